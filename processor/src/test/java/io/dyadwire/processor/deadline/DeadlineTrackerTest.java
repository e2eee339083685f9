package io.dyadwire.processor.deadline;

import static io.dyadwire.contract.deadline.DeadlineState.ANNOUNCED;
import static io.dyadwire.contract.deadline.DeadlineState.CANCELLED;
import static io.dyadwire.contract.deadline.DeadlineState.CONFIRMED;
import static io.dyadwire.contract.deadline.DeadlineState.MET;
import static io.dyadwire.contract.deadline.DeadlineState.MOVED;
import static io.dyadwire.contract.deadline.DeadlineState.PASSED;
import static io.dyadwire.contract.deadline.DeadlineState.POSTPONED;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.article.TextKind;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.DeadlineStatement;
import io.dyadwire.contract.deadline.MoveKind;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.tag.DeadlineTag;
import io.dyadwire.contract.tag.TaggedArticle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One rule of the table each; times are hours after noon of 2019-08-14, UTC. */
class DeadlineTrackerTest {
    private final Telling story = new Telling();

    @Test
    void shouldAnnounceWhatWasNeverHeardOf() {
        Deadline deadline = story.says(0, "Kyodo", "2019-08-24");

        assertThat(deadline.state()).isEqualTo(ANNOUNCED);
        assertThat(deadline.sources()).containsExactly("Kyodo");
        assertThat(deadline.latest().quote()).isEqualTo("Kyodo: 2019-08-24");
        assertThat(deadline.revision()).isZero();
    }

    @Test
    void shouldConfirmWhenASecondPublisherGivesTheSameDate() {
        story.says(0, "Kyodo", "2019-08-24");

        assertThat(story.change(Telling.said(1, "Kyodo", "2019-08-24"))).isNull();
        assertThat(story.says(2, "Yonhap", "2019-08-24"))
                .returns(CONFIRMED, Deadline::state)
                .returns(List.of("Kyodo", "Yonhap"), Deadline::sources);
    }

    @Test
    void shouldNotTakeTheCopyOfAnAgencyForASecondSource() {
        story.says(0, "Herald", "2019-08-24", "Associated Press");

        assertThat(story.says(1, "Gazette", "2019-08-24", "AP").state()).isEqualTo(ANNOUNCED);
        assertThat(story.says(2, "The Associated Press", "2019-08-24").state()).isEqualTo(ANNOUNCED);
        assertThat(story.says(3, "Times", "2019-08-24").state()).isEqualTo(CONFIRMED);
    }

    @Test
    void shouldMoveWhereTheArticleSaysHow() {
        story.says(0, "Kyodo", "2019-08-24");

        Deadline moved = story.moves(5, "Yonhap", "2019-09-30", MoveKind.EXTENDED, "2019-08-24");

        assertThat(moved)
                .returns(MOVED, Deadline::state)
                .returns(new PartialDate("2019-09-30"), Deadline::date)
                .returns(new PartialDate("2019-08-24"), Deadline::previousDate)
                .returns(MoveKind.EXTENDED, Deadline::lastMove)
                .returns(List.of("Yonhap"), Deadline::sources)
                .returns(1, Deadline::revision);
        assertThat(story.says(6, "Kyodo", "2019-09-30")).returns(CONFIRMED, Deadline::state);
    }

    @ParameterizedTest
    @CsvSource({"2019-09-30, POSTPONED", "2019-08-20, BROUGHT_FORWARD"})
    void shouldTellFromTheDatesHowItMoved(String date, MoveKind kind) {
        story.says(0, "Kyodo", "2019-08-24");

        assertThat(story.says(1, "Kyodo", date)).returns(MOVED, Deadline::state).returns(kind, Deadline::lastMove);
    }

    @Test
    void shouldTellOfAMoveThatWasTheFirstThingHeard() {
        assertThat(story.moves(0, "Kyodo", "2019-09-30", MoveKind.POSTPONED, "2019-08-24"))
                .returns(MOVED, Deadline::state)
                .returns(new PartialDate("2019-08-24"), Deadline::previousDate);
    }

    @Test
    void shouldShowAConflictAndKeepWhatWasHeardFirst() {
        story.says(0, "Kyodo", "2019-08-24");

        Deadline disputed = story.says(6, "Yonhap", "2019-08-26");

        assertThat(disputed.date()).hasToString("2019-08-24");
        assertThat(disputed.state()).isEqualTo(ANNOUNCED);
        assertThat(disputed.conflicts()).extracting(DeadlineStatement::quote).containsExactly("Yonhap: 2019-08-26");
        assertThat(disputed.revision()).isZero();
    }

    @Test
    void shouldSeeNoConflictWithTheOtherDayOfOneMeeting() {
        story.says(0, "Kyodo", "2019-08-24");
        story.says(0, "Kyodo", "2019-08-25");

        assertThat(story.says(6, "Yonhap", "2019-08-25"))
                .returns(CONFIRMED, Deadline::state)
                .returns(new PartialDate("2019-08-24"), Deadline::date)
                .returns(List.of(), Deadline::conflicts);
        assertThat(story.moves(7, "Yonhap", "2019-08-25", MoveKind.POSTPONED, null))
                .returns(MOVED, Deadline::state)
                .returns(new PartialDate("2019-08-25"), Deadline::date);
    }

    @Test
    void shouldKnowBothDaysThatAMeetingWasMovedTo() {
        story.says(0, "Kyodo", "2019-08-24");
        story.moves(5, "Kyodo", "2019-09-03", MoveKind.POSTPONED, null);
        story.moves(5, "Kyodo", "2019-09-04", MoveKind.POSTPONED, null);

        assertThat(story.says(6, "Yonhap", "2019-09-04").conflicts()).isEmpty();
    }

    @Test
    void shouldSettleAConflictWhenTheFirstPublisherTakesTheOtherDate() {
        story.says(0, "Kyodo", "2019-08-24");
        story.says(6, "Yonhap", "2019-08-26");

        assertThat(story.says(8, "Kyodo", "2019-08-26"))
                .returns(CONFIRMED, Deadline::state)
                .returns(new PartialDate("2019-08-26"), Deadline::date)
                .returns(List.of("Yonhap", "Kyodo"), Deadline::sources)
                .returns(List.of(), Deadline::conflicts);
    }

    @Test
    void shouldSettleAConflictWhenASecondVoiceSupportsTheOtherDate() {
        story.says(0, "Kyodo", "2019-08-24");
        story.says(6, "Yonhap", "2019-08-26");

        assertThat(story.says(7, "Gazette", "2019-08-26", "Yonhap"))
                .returns(new PartialDate("2019-08-24"), Deadline::date);
        assertThat(story.says(8, "Xinhua", "2019-08-26"))
                .returns(CONFIRMED, Deadline::state)
                .returns(new PartialDate("2019-08-26"), Deadline::date)
                .returns(new PartialDate("2019-08-24"), Deadline::previousDate)
                .returns(List.of(), Deadline::conflicts);
    }

    @Test
    void shouldSettleAConflictWhenTheOtherPublisherGivesIn() {
        story.says(0, "Kyodo", "2019-08-24");
        story.says(6, "Yonhap", "2019-08-26");

        assertThat(story.says(8, "Yonhap", "2019-08-24"))
                .returns(CONFIRMED, Deadline::state)
                .returns(List.of(), Deadline::conflicts);
    }

    @Test
    void shouldSettleAConflictWhenAnArticleSaysThatItMoved() {
        story.says(0, "Kyodo", "2019-08-24");
        story.says(6, "Yonhap", "2019-08-26");

        assertThat(story.moves(8, "Xinhua", "2019-09-02", MoveKind.POSTPONED, null))
                .returns(MOVED, Deadline::state)
                .returns(List.of(), Deadline::conflicts);
    }

    @Test
    void shouldBelieveTheNewerWordOnceTheOldOneIsOld() {
        story.says(0, "Kyodo", "2019-08-24");

        assertThat(story.says(100, "Yonhap", "2019-08-26").state()).isEqualTo(MOVED);
    }

    @Test
    void shouldPassOverADateThatWasGivenUp() {
        story.says(0, "Kyodo", "2019-08-24");
        story.moves(6, "Yonhap", "2019-08-26", MoveKind.POSTPONED, "2019-08-24");

        assertThat(story.says(9, "Slow Paper", "2019-08-24"))
                .returns(new PartialDate("2019-08-26"), Deadline::date)
                .returns(List.of(), Deadline::conflicts);
    }

    @Test
    void shouldNotMoveBackForOldNewsReadLate() {
        story.says(0, "Kyodo", "2019-08-24");
        story.says(6, "Kyodo", "2019-09-30");

        Said late = Telling.published(Telling.said(9, "Slow Paper", "2019-08-24"), 2);

        assertThat(story.change(late)).returns(new PartialDate("2019-09-30"), Deadline::date);
    }

    @Test
    void shouldGoFromTheMonthToTheDayButNotBack() {
        story.says(0, "Kyodo", "2019-08");

        Deadline day = story.says(1, "Yonhap", "2019-08-24");

        assertThat(day.date()).hasToString("2019-08-24");
        assertThat(day.state()).isEqualTo(ANNOUNCED);
        assertThat(story.says(2, "Asahi", "2019-08"))
                .returns(new PartialDate("2019-08-24"), Deadline::date)
                .returns(ANNOUNCED, Deadline::state);
    }

    @Test
    void shouldTakeTheDaysOfOneArticleForOneThing() {
        story.change(Telling.event(0, "Kyodo", "2019-08-16"));
        assertThat(story.change(Telling.event(0, "Kyodo", "2019-08-17")).conflicts())
                .isEmpty();

        assertThat(story.change(Telling.event(1, "Yonhap", "2019-08-17")))
                .returns(new PartialDate("2019-08-16"), Deadline::date)
                .returns(CONFIRMED, Deadline::state);
    }

    @Test
    void shouldLetWhatLastsTwoDaysPassAfterTheSecond() {
        story.change(Telling.event(0, "Kyodo", "2019-08-16"));
        story.change(Telling.event(0, "Kyodo", "2019-08-17"));
        story.change(Telling.event(1, "Yonhap", "2019-08-16"));

        assertThat(DeadlineTracker.pass(story.file(), Instant.parse("2019-08-17T23:59:59Z"), ZoneOffset.UTC))
                .isNull();
        assertThat(DeadlineTracker.pass(story.file(), Instant.parse("2019-08-18T00:00:00Z"), ZoneOffset.UTC))
                .isNotNull();
    }

    @Test
    void shouldCountTheDayWhereTheFirstToTellSaysThatItCounts() {
        story.says(0, "Kyodo", "2019-08-24");
        story.step(Telling.in(ZoneId.of("Asia/Seoul"), Telling.said(1, "Yonhap", "2019-08-24")));

        assertThat(story.says(2, "Times", "2019-08-24").zone()).isEqualTo(ZoneId.of("Asia/Seoul"));
        assertThat(DeadlineTracker.pass(story.file(), Instant.parse("2019-08-24T15:00:00Z"), ZoneOffset.UTC))
                .isNotNull();
    }

    @Test
    void shouldCancelAndReviveIt() {
        story.says(0, "Kyodo", "2019-08-24");

        assertThat(story.turns(5, "Yonhap", "cancelled", null))
                .returns(CANCELLED, Deadline::state)
                .returns("Yonhap: cancelled", deadline -> deadline.latest().quote())
                .returns(1, Deadline::revision);
        assertThat(story.says(6, "Slow Paper", "2019-08-24")).returns(CANCELLED, Deadline::state);
        assertThat(story.says(30, "Yonhap", "2019-09-02"))
                .returns(ANNOUNCED, Deadline::state)
                .returns(new PartialDate("2019-09-02"), Deadline::date)
                .returns(2, Deadline::revision);
    }

    @Test
    void shouldKeepThatItWasCancelledUntilSomebodyGivesTheDateThatItHad() {
        assertThat(story.step(Telling.turned(5, "Yonhap", "cancelled", null)).now())
                .isNull();

        assertThat(story.change(Telling.published(Telling.said(6, "Kyodo", "2019-08-24"), 1)))
                .returns(CANCELLED, Deadline::state)
                .returns(2, deadline -> deadline.history().size());
    }

    @Test
    void shouldKeepWhatWasPutOffOpenUntilItHasANewDate() {
        story.says(0, "Kyodo", "2019-08-24");

        assertThat(story.turns(5, "Yonhap", "postponed", null))
                .returns(POSTPONED, Deadline::state)
                .returns(1, Deadline::revision);
        assertThat(story.says(6, "Slow Paper", "2019-08-24")).returns(POSTPONED, Deadline::state);
        assertThat(story.says(9, "Times", "2019-08-24")).returns(POSTPONED, Deadline::state);
        assertThat(DeadlineTracker.pass(story.file(), Instant.parse("2019-08-26T00:00:00Z"), ZoneOffset.UTC))
                .isNull();
        assertThat(story.says(30, "Yonhap", "2019-09-02"))
                .returns(MOVED, Deadline::state)
                .returns(new PartialDate("2019-08-24"), Deadline::previousDate)
                .returns(MoveKind.POSTPONED, Deadline::lastMove)
                .returns(2, Deadline::revision);
    }

    @Test
    void shouldTellPutOffFromCalledOff() {
        story.says(0, "Kyodo", "2019-08-24");
        story.turns(5, "Yonhap", "postponed", "2019-08-24");

        assertThat(story.turns(6, "Times", "cancelled", null)).returns(CANCELLED, Deadline::state);
        assertThat(story.turns(7, "Post", "postponed", null)).returns(CANCELLED, Deadline::state);
    }

    @Test
    void shouldSetAgainForTheSameDateWhatWasPutOff() {
        story.says(0, "Kyodo", "2019-08-24");
        story.turns(5, "Yonhap", "postponed", null);

        assertThat(story.says(20, "Kyodo", "2019-08-24")).returns(ANNOUNCED, Deadline::state);
    }

    @Test
    void shouldNotCancelForAnotherDate() {
        story.says(0, "Kyodo", "2019-08-24");

        assertThat(story.turns(5, "Yonhap", "cancelled", "2019-08-20")).returns(ANNOUNCED, Deadline::state);
    }

    @ParameterizedTest
    @CsvSource({"doubted", "denied"})
    void shouldRememberDoubtsAndChangeNothing(String turn) {
        Deadline known = story.says(0, "Kyodo", "2019-08-24");

        assertThat(story.turns(5, "Yonhap", turn, "2019-08-24"))
                .returns(known.state(), Deadline::state)
                .returns(known.sources(), Deadline::sources)
                .returns(2, deadline -> deadline.history().size());
    }

    @Test
    void shouldBeMetBeforeItsDayWhenItIsDueByIt() {
        story.says(0, "Kyodo", "2019-08-24");

        assertThat(story.turns(24, "Yonhap", "met", null)).returns(MET, Deadline::state);
        assertThat(story.says(25, "Slow Paper", "2019-08-24")).returns(MET, Deadline::state);
    }

    @Test
    void shouldTellTheDayOnWhichItWasDoneFromTheDayItWasDue() {
        story.says(0, "Kyodo", "2019-08-24");

        assertThat(story.turns(24, "Asahi", "met", "2019-06-03").state()).isEqualTo(ANNOUNCED);
        assertThat(story.turns(24, "Yonhap", "met", "2019-08-15").state()).isEqualTo(MET);
    }

    @Test
    void shouldNotHoldAnEventBeforeItsDay() {
        story.change(Telling.event(0, "Kyodo", "2019-08-24"));

        assertThat(story.turns(24, "Yonhap", "met", null)).returns(ANNOUNCED, Deadline::state);
        assertThat(story.turns(219, "Asahi", "met", "2019-08-23")).returns(ANNOUNCED, Deadline::state);
        assertThat(story.turns(220, "Yonhap", "met", "2019-08-24")).returns(MET, Deadline::state);
    }

    @Test
    void shouldSetTheNextOfAnEventThatIsOver() {
        story.change(Telling.event(0, "Kyodo", "2019-08-20"));

        assertThat(story.change(Telling.event(200, "Yonhap", "2019-08-27")))
                .returns(ANNOUNCED, Deadline::state)
                .returns(null, Deadline::previousDate);
    }

    @Test
    void shouldPassWhenItsLastDayIsOverWhereItCounts() {
        story.says(0, "Kyodo", "2019-08-24");
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");

        assertThat(DeadlineTracker.pass(story.file(), Instant.parse("2019-08-24T14:59:59Z"), tokyo))
                .isNull();
        DeadlineTracker.Step passed =
                requireNonNull(DeadlineTracker.pass(story.file(), Instant.parse("2019-08-24T15:00:00Z"), tokyo));
        assertThat(requireNonNull(passed.now()).state()).isEqualTo(PASSED);
        assertThat(DeadlineTracker.pass(passed.file(), Instant.parse("2019-08-30T00:00:00Z"), ZoneOffset.UTC))
                .isNull();
    }

    @Test
    void shouldOpenAgainWhenAPassedDeadlineIsExtended() {
        story.says(0, "Kyodo", "2019-08-14");
        story.pass("2019-08-15T00:00:00Z");

        assertThat(story.says(30, "Yonhap", "2019-09-30").state()).isEqualTo(MOVED);
    }

    @Test
    void shouldBeMetAfterItHasPassed() {
        story.says(0, "Kyodo", "2019-08-14");
        story.pass("2019-08-15T00:00:00Z");

        assertThat(story.turns(30, "Yonhap", "met", null).state()).isEqualTo(MET);
    }

    @Test
    void shouldMarkWhatOldNewsSays() {
        assertThat(story.change(Telling.oldNews(0, "Old Paper", "2019-08-24"))
                        .latest()
                        .oldNews())
                .isTrue();
    }

    @Test
    void shouldKeepWhatMattersOfALongStory() {
        story.says(0, "Kyodo", "2019-09-01");
        story.says(1, "Yonhap", "2019-09-01");
        for (int hour = 2; hour < 60; hour++) {
            story.step(Telling.said(hour, "Daily " + hour % 7, "2019-09-01"));
        }
        Deadline moved = story.moves(60, "Kyodo", "2019-09-08", MoveKind.POSTPONED, "2019-09-01");

        assertThat(story.file().said()).hasSize(Remembered.MOST);
        assertThat(moved.history().getFirst().publisher()).isEqualTo("Kyodo");
        assertThat(moved.history().get(1).publisher()).isEqualTo("Yonhap");
        assertThat(moved.state()).isEqualTo(MOVED);
    }

    @Test
    void shouldStaySmallWhateverIsSaid() {
        List<Pair> pairs = IntStream.range(0, 500)
                .mapToObj(i -> Pair.of("JPN", "K" + (char) ('A' + i / 26) + (char) ('A' + i % 26)))
                .toList();
        for (int i = 0; i < 1_000; i++) {
            story.step(hostile(i, pairs));
        }

        Deadline deadline = requireNonNull(DeadlineTracker.shown(story.file()));
        assertThat(deadline.what()).hasSizeLessThan(300);
        assertThat(Json.mapper().valueToTree(story.file()).toString().getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(100_000);
        assertThat(Json.mapper().valueToTree(deadline).toString().getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(200_000);
    }

    private static Said hostile(int i, List<Pair> pairs) {
        Instant at = Instant.parse("2019-08-14T12:00:00Z").plusSeconds(i);
        String words = "w".repeat(20_000);
        Article article = new Article(
                ArticleId.of("hostile", Integer.toString(i)),
                null,
                "feed",
                "Feed",
                i + "x".repeat(500),
                "Title " + i,
                words,
                TextKind.FULL,
                "en",
                at,
                null,
                at,
                null,
                1,
                List.of(),
                List.of(),
                false);
        PartialDate day = new PartialDate("2019-09-01");
        var tag = new DeadlineTag(
                "id",
                day,
                null,
                DeadlineKind.DEADLINE,
                words,
                words,
                pairs,
                List.of(),
                0.9,
                List.of(new Span(Field.TEXT, 0, words.length())));
        return Said.in(new TaggedArticle(
                        article, List.of(), List.of(), List.of(), List.of(), List.of(tag), null, "test"))
                .getFirst();
    }

    @Test
    void shouldGiveTheSameFileBack() {
        story.says(0, "Kyodo", "2019-08-24");
        story.turns(5, "Yonhap", "cancelled", null);
        List<DeadlineFile> files = new ArrayList<>();

        files.add(Json.mapper().convertValue(Json.mapper().valueToTree(story.file()), DeadlineFile.class));

        assertThat(files).containsExactly(story.file());
    }
}
