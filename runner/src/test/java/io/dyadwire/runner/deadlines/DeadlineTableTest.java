package io.dyadwire.runner.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.DeadlineState;
import io.dyadwire.contract.deadline.DeadlineStatement;
import io.dyadwire.contract.deadline.MoveKind;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlineTableTest {
    private static final Instant AT = Instant.parse("2019-08-12T08:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2019-08-12");

    @Test
    void shouldTellWhatIsDueByItsLastDay() {
        var month = deadline("committee to report", "2019-08", DeadlineState.ANNOUNCED, List.of());
        var day = deadline("council to vote on pact", "2019-08-24", DeadlineState.CONFIRMED, List.of("JPN-KOR"));
        var over = deadline("talks in\u001b[2J Oslo", "2019-08-09", DeadlineState.PASSED, List.of("NOR-SWE"));

        assertThat(DeadlineTable.lines(DeadlineTable.sorted(List.of(month, day, over)), List.of(), TODAY))
                .containsExactly(
                        "DUE         DAYS LEFT  STATE      SOURCES  PAIRS    WHAT",
                        "2019-08-09  over       passed     1        NOR-SWE  talks in [2J Oslo",
                        "2019-08-24  12         confirmed  1        JPN-KOR  council to vote on pact",
                        "2019-08     ≤ 19       announced  1        -        committee to report");
    }

    @Test
    void shouldCutALongListOfPairs() {
        var summit = deadline(
                "summit", "2019-08-30", DeadlineState.MOVED, List.of("CHN-JPN", "CHN-KOR", "JPN-KOR", "KOR-USA"));

        assertThat(DeadlineTable.lines(List.of(summit), List.of(), TODAY).getLast())
                .isEqualTo("2019-08-30  18         moved  1        CHN-JPN CHN-KOR JPN-KOR …  summit");
    }

    @Test
    void shouldShowTheDateBeforeAndThoseThatOthersGive() {
        var d = deadline("vote", "2019-08-24", DeadlineState.MOVED, List.of());
        var other = deadline("vote", "2019-08-26", DeadlineState.ANNOUNCED, List.of())
                .history();
        var moved = new Deadline(
                d.id(),
                d.what(),
                d.kind(),
                d.pairs(),
                d.topics(),
                d.date(),
                d.precision(),
                null,
                d.state(),
                d.history(),
                d.sources(),
                AT,
                AT,
                null,
                MoveKind.POSTPONED,
                new PartialDate("2019-08-20"),
                other,
                1);

        assertThat(DeadlineTable.lines(List.of(moved), List.of(), TODAY).getLast())
                .isEqualTo("2019-08-24 (was 2019-08-20) (or 2019-08-26)  12         moved  1        -      vote");
    }

    @Test
    void shouldShowWhatTheDeskSetsItselfAmongTheRest() {
        var vote = deadline("council to vote", "2019-08-30", DeadlineState.ANNOUNCED, List.of());
        var notice = new Rule(
                new RuleId("notice"),
                new DeskId("asia"),
                "Notice",
                1,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                LocalDate.parse("2019-08-24"),
                "last day to give notice",
                null);

        assertThat(DeadlineTable.lines(List.of(vote), List.of(notice), TODAY))
                .containsExactly(
                        "DUE         DAYS LEFT  STATE       SOURCES  PAIRS  WHAT",
                        "2019-08-24  12         the desk's  -        -      last day to give notice",
                        "2019-08-30  18         announced   1        -      council to vote");
    }

    static Deadline deadline(String what, String date, DeadlineState state, List<String> pairs) {
        var due = new PartialDate(date);
        var said = new DeadlineStatement(AT, due, ArticleId.of(what), "A title", null, "The Wire", "A quote.", null);
        return new Deadline(
                "id-" + what,
                what,
                DeadlineKind.DEADLINE,
                pairs.stream().map(Pair::new).toList(),
                List.of("summit"),
                due,
                due.precision(),
                null,
                state,
                List.of(said),
                List.of("The Wire"),
                AT,
                AT,
                null);
    }
}
