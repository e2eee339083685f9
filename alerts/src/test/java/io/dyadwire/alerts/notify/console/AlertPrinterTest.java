package io.dyadwire.alerts.notify.console;

import static io.dyadwire.alerts.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.alerts.channel.PlainText;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertArticle;
import io.dyadwire.contract.alert.AlertDeadline;
import io.dyadwire.contract.alert.AlertEvidence;
import io.dyadwire.contract.alert.AlertEvidence.Words;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.alert.AlertRule;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.RuleId;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertPrinterTest {
    private static final String SENTENCE = "Japan tightened export controls on South Korea on Wednesday.";

    private final AlertPrinter plain = new AlertPrinter(false);

    @Test
    void shouldShowWhoWhatWhereAndByWhen() {
        List<String> lines = plain.lines(match("Tokyo and Seoul trade blows", evidence("keywords", SENTENCE, 16, 31)));

        assertThat(lines)
                .containsExactly(
                        "MATCH  asia · Exports between the two                                          14 Aug 2019 03:00 UTC",
                        "  Tokyo and Seoul trade blows",
                        "  The Herald · JPN-KOR · export-controls, tariffs",
                        "  │ Japan tightened «export controls» on South Korea on Wednesday.",
                        "  ▸ 2019-08-24 · 10 days left · decision on the pact",
                        "  https://herald.example/one");
        assertThat(lines.getFirst()).hasSize(100);
    }

    @Test
    void shouldMarkAllWordsOfASentenceOnItOnce() {
        Alert alert = match(
                "Blows",
                evidence("keywords", SENTENCE, 16, 31),
                evidence("pair JPN-KOR", SENTENCE, 0, 5),
                evidence("topic export-controls", SENTENCE, 6, 22));

        assertThat(plain.lines(alert))
                .filteredOn(line -> line.contains("│"))
                .containsExactly("  │ «Japan» «tightened export controls» on South Korea on Wednesday.");
    }

    @Test
    void shouldColourWhenAsked() {
        String marked = new AlertPrinter(true)
                .lines(match("Blows", evidence("keywords", SENTENCE, 16, 31))).stream()
                        .filter(line -> line.contains("│"))
                        .findFirst()
                        .orElseThrow();

        assertThat(marked)
                .isEqualTo("  │ Japan tightened \u001b[1;33mexport controls\u001b[0m on South Korea on Wednesday.");
    }

    @Test
    void shouldKeepWithinAHundredColumns() {
        String sentence = "Ministers of both sides, weary and short of sleep, ".repeat(6) + "met.";
        int from = sentence.indexOf("weary", 100);

        List<String> lines =
                plain.lines(match("輸出規制を強化 ".repeat(12), evidence("keywords", sentence, from - 40, from + 60)));

        assertThat(lines).allMatch(line -> PlainText.columns(line) <= 100);
        assertThat(lines)
                .filteredOn(line -> line.contains("«"))
                .hasSizeGreaterThan(1)
                .allMatch(line -> line.contains("»"));
        assertThat(String.join(" ", lines).replaceAll("[«»]|│ ", "").replaceAll(" +", " "))
                .contains(sentence);
    }

    @Test
    void shouldStripWhatCouldCommandATerminal() {
        List<String> lines = plain.lines(match(
                "Red\u001b[31m alert\u0007 \u202eabc\r\nFAKE  desk",
                evidence("keywords", "A \u001b]0;title\u0007 line\u2028two.", 2, 9)));

        assertThat(String.join("", lines)).doesNotContain("\u001b", "\u0007", "\u202e", "\r", "\n", "\u2028");
        assertThat(lines).contains("  Red [31m alert abc FAKE desk");
    }

    @Test
    void shouldShowBothDatesAndBothQuotesOfAMove() {
        AlertDeadline moved = new AlertDeadline(
                "pact",
                "decision on the pact",
                DeadlineKind.DEADLINE,
                new PartialDate("2019-08-28"),
                1,
                new PartialDate("2019-08-24"),
                "The decision was put off to Aug. 28.",
                "A decision is due on Aug. 24.");

        assertThat(plain.lines(alert(AlertType.MOVED, "Blows", List.of(), List.of(moved))))
                .contains(
                        "  ▸ 2019-08-28 (was 2019-08-24) · 1 day left · decision on the pact",
                        "  │ The decision was put off to Aug. 28.",
                        "  │ before: A decision is due on Aug. 24.");
    }

    @Test
    void shouldShowBothDatesAndBothQuotesOfAConflict() {
        AlertDeadline disputed = new AlertDeadline(
                "pact",
                "decision on the pact",
                DeadlineKind.DEADLINE,
                new PartialDate("2019-08-24"),
                10,
                null,
                "A decision is due on Aug. 24.",
                null,
                new PartialDate("2019-08-26"),
                "They have until Aug. 26.");

        assertThat(plain.lines(alert(AlertType.CONFLICT, "Blows", List.of(), List.of(disputed))))
                .contains(
                        "  ▸ 2019-08-24 (or 2019-08-26) · 10 days left · decision on the pact",
                        "  │ A decision is due on Aug. 24.",
                        "  │ or: They have until Aug. 26.");
    }

    @Test
    void shouldNotCountTheDaysOfWhatWasCalledOff() {
        AlertDeadline off = new AlertDeadline(
                "pact",
                "decision on the pact",
                DeadlineKind.DEADLINE,
                new PartialDate("2019-08-24"),
                10,
                null,
                "The decision was dropped.",
                "A decision is due on Aug. 24.");

        assertThat(plain.lines(alert(AlertType.CANCELLED, "Blows", List.of(), List.of(off))))
                .contains("  │ The decision was dropped.", "  │ before: A decision is due on Aug. 24.")
                .noneMatch(line -> line.contains("days left"));
    }

    @Test
    void shouldPrintADeadlineThatTheDeskSetItself() {
        AlertDeadline own = new AlertDeadline(
                "rule:own",
                "decision on the pact",
                DeadlineKind.DEADLINE,
                new PartialDate("2019-08-24"),
                0,
                null,
                null,
                null);

        assertThat(plain.lines(alert(AlertType.REMINDER, null, List.of(), List.of(own))))
                .hasSize(2)
                .last()
                .isEqualTo("  ▸ 2019-08-24 · today · decision on the pact");
    }

    @Test
    void shouldSayWhatIsNotKnownOnceTheDayIsOver() {
        AlertDeadline over = new AlertDeadline(
                "pact",
                "decision on the pact",
                DeadlineKind.DEADLINE,
                new PartialDate("2019-08-24"),
                -2,
                null,
                "A decision is due on Aug. 24.",
                null);

        assertThat(plain.lines(alert(AlertType.PASSED, "Blows", List.of(), List.of(over))))
                .contains("  ▸ It matches.")
                .noneMatch(line -> line.contains("2 days ago"));
    }

    private static Alert match(String title, AlertEvidence... evidence) {
        AlertDeadline deadline = new AlertDeadline(
                "pact",
                "decision on the pact",
                DeadlineKind.DEADLINE,
                new PartialDate("2019-08-24"),
                10,
                null,
                "A decision is due on Aug. 24.",
                null);
        return alert(AlertType.MATCH, title, List.of(evidence), List.of(deadline));
    }

    private static Alert alert(
            AlertType type, @Nullable String title, List<AlertEvidence> evidence, List<AlertDeadline> deadlines) {
        AlertArticle article = title == null
                ? null
                : new AlertArticle(
                        ArticleId.of("one"),
                        1,
                        title,
                        URI.create("https://herald.example/one"),
                        "The Herald",
                        null,
                        T0);
        boolean own = article == null;
        return new Alert(
                AlertId.of("one"),
                type,
                new DeskId("asia"),
                new AlertRule(new RuleId("exports"), "Exports between the two", 1),
                T0,
                "It matches.",
                article,
                List.of(),
                own ? List.of() : List.of(new Pair("JPN-KOR")),
                own ? List.of() : List.of("export-controls", "tariffs"),
                evidence,
                deadlines);
    }

    private static AlertEvidence evidence(String condition, String sentence, int start, int end) {
        return new AlertEvidence(
                condition, new Span(Field.TEXT, 0, sentence.length()), sentence, List.of(new Words(start, end)));
    }
}
