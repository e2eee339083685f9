package io.dyadwire.alerts.backtest;

import static io.dyadwire.alerts.Samples.article;
import static io.dyadwire.alerts.Samples.book;
import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.alerts.Samples;
import io.dyadwire.alerts.backtest.BacktestReport.Count;
import io.dyadwire.alerts.backtest.BacktestReport.Day;
import io.dyadwire.alerts.backtest.BacktestReport.RuleResult;
import io.dyadwire.alerts.backtest.BacktestReport.Term;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.contract.alert.DecisionOutcome;
import io.dyadwire.contract.tag.Story;
import io.dyadwire.contract.tag.TaggedArticle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BacktestTest {
    /** Midnight at the desk in Tokyo. */
    private static final Instant MONDAY = Instant.parse("2019-08-11T15:00:00Z");

    private final List<TaggedArticle> articles = new ArrayList<>();

    @Test
    void shouldCountHitsAndAlertsByTheDaysOfTheDesk() {
        add("one", 0, "Pact signed");
        add("two", 1, "Pact signed");
        add("three", 2, "Rain");
        add("four", 50, "Pact broken");

        RuleResult rule = only("keywords: pact");

        assertThat(rule.hits()).isEqualTo(3);
        assertThat(rule.alerts()).isEqualTo(2);
        assertThat(rule.share()).isEqualTo(0.75);
        assertThat(rule.held()).isEqualTo(Map.of(DecisionOutcome.DEDUPLICATED, 1L));
        assertThat(rule.days())
                .containsExactly(
                        new Day(LocalDate.parse("2019-08-12"), 2, 1),
                        new Day(LocalDate.parse("2019-08-13"), 0, 0),
                        new Day(LocalDate.parse("2019-08-14"), 1, 1));
        assertThat(rule.sources()).containsExactly(new Count("The Herald", 3));
    }

    @Test
    void shouldNotCountAnEditAsAHit() {
        add("one", 0, "Pact signed");
        articles.add(tagged("one", 2, 1, "Pact signed at last"));

        RuleResult rule = only("keywords: pact");

        assertThat(rule.hits()).isEqualTo(1);
        assertThat(rule.edits()).isEqualTo(1);
        assertThat(rule.share()).isEqualTo(1);
    }

    @Test
    void shouldNameTheTermsThatBringHitsAlone() {
        add("one", 0, "Taxi strike");
        add("two", 1, "Taxis return");
        add("three", 2, "Tax and tariff");
        add("four", 3, "Tariff talks");

        RuleResult rule = only("keywords: 'tax* OR tariff OR (duty AND customs)'");

        assertThat(rule.terms())
                .containsExactly(
                        new Term(
                                "tax*",
                                3,
                                2,
                                List.of(new Count("taxi", 1), new Count("taxis", 1), new Count("tax", 1))),
                        new Term("tariff", 2, 1, List.of(new Count("tariff", 2))));
    }

    @Test
    void shouldShowSamplesFromTheWholeTime() {
        for (int i = 0; i < 300; i++) {
            add("a" + i, i, "Pact " + i);
        }

        RuleResult rule = only("keywords: pact");

        assertThat(rule.samples()).hasSizeBetween(5, 10);
        assertThat(rule.samples().getFirst().title()).isEqualTo("Pact 0");
        assertThat(rule.samples().getLast().at()).isAfter(MONDAY.plusSeconds(200 * 3600));
        assertThat(Samples.marked(rule.samples().getFirst().evidence().getFirst()))
                .containsExactly("Pact");
    }

    @Test
    void shouldEndWhenItIsTold() {
        for (int i = 0; i < 2_000; i++) {
            add("a" + i, 0, "Pact " + i);
        }
        List<String> told = new ArrayList<>();

        BacktestReport report = Backtest.run(rule("keywords: pact"), source(), (read, of) -> {
            told.add(read + " of " + of);
            return read < 1_000;
        });

        assertThat(told).containsExactly("500 of 2000", "1000 of 2000");
        assertThat(report.complete()).isFalse();
        assertThat(report.articles()).isEqualTo(1_000);
    }

    @Test
    void shouldSayWhatItLeavesOut() {
        add("one", 0, "Pact signed");

        assertThat(only("keywords: pact, alertOn: [deadlines]").notes().getFirst())
                .contains("deadlines only");
        assertThat(only("due: 2019-08-24, what: decision").notes().getFirst()).contains("sets a deadline itself");
        assertThat(only("keywords: pact").notes()).isEmpty();
    }

    @Test
    void shouldSayThatThereWereNoArticles() {
        BacktestReport report = Backtest.run(rule("keywords: pact"), source(), (read, of) -> true);

        assertThat(report.from()).isNull();
        assertThat(report.rules().getFirst().share()).isZero();
    }

    private void add(String id, int hour, String title) {
        articles.add(tagged(id, 1, hour, title));
    }

    private static TaggedArticle tagged(String id, int version, int hour, String title) {
        Instant at = MONDAY.plusSeconds(hour * 3_600L);
        return Samples.tagged(
                article(id, version, title, at), List.of("JPN"), new Story("story of " + title, null, 1, null));
    }

    private RuleResult only(String conditions) {
        return Backtest.run(rule(conditions), source(), (read, of) -> true)
                .rules()
                .getFirst();
    }

    private static RuleBook rule(String conditions) {
        return book("- {id: a, desk: asia, " + conditions + "}\n");
    }

    private ArticleSource source() {
        return reader -> {
            for (int i = 0; i < articles.size(); i++) {
                TaggedArticle tagged = articles.get(i);
                if (!reader.take(
                        new ArticleSource.Step(tagged, tagged.article().fetchedAt(), i + 1, articles.size()))) {
                    return;
                }
            }
        };
    }
}
