package io.dyadwire.alerts.check;

import static io.dyadwire.alerts.Samples.book;
import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.alerts.Samples;
import io.dyadwire.alerts.backtest.ArticleSource;
import io.dyadwire.alerts.check.Finding.Kind;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.contract.tag.TaggedArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleLintTest {
    private static final Instant NOW = Instant.parse("2019-08-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "war* # ward warehouse warm warn warrant warrior",
                "rus* # rush rust",
                "sanct* # sanctuary",
                "title:tax* # taxi",
                "japan NEAR/5 arm* # armenia armour army",
                "pact NOT elect* # electric electricity electronic",
            })
    void shouldNameTheWordsThatABeginningTakesInToo(String keywords, String others) {
        Finding finding = only("keywords: '" + keywords + "'");

        assertThat(finding.kind()).isEqualTo(Kind.WIDE_PREFIX);
        assertThat(finding.what()).endsWith(" also takes in '" + others.replace(" ", "', '") + "'.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sanction*",
                "export*",
                "missil*",
                "econom*",
                "korea*",
                "iran*",
                "israel*",
                "terror*",
                "minist*",
                "ukrain*"
            })
    void shouldBeContentWithABeginningThatTakesInItsOwnKind(String keywords) {
        assertThat(findings("keywords: '" + keywords + "'")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"government", "pact OR officials", "title:(people OR pact)", "years NOT football"})
    void shouldWarnOfWordsThatMuchOfTheNewsHas(String keywords) {
        assertThat(only("keywords: '" + keywords + "'").kind()).isEqualTo(Kind.COMMON_WORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keywords: 'government AND pact'",
                "keywords: '\"new government\"'",
                "keywords: government, pairs: [JPN-KOR]",
                "keywords: 'pact NOT government'",
                "keywords: 'people NEAR/3 pact'"
            })
    void shouldLetCommonWordsBeBesideOthers(String conditions) {
        assertThat(findings(conditions)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keywords: 'pact NOT pact'",
                "keywords: '\"export control\" NOT export'",
                "keywords: 'title:pact NOT pact'",
                "keywords: '(pact OR treaty) AND japan NOT (treaty OR pact OR deal)'",
                "keywords: 'pact NOT pair:JPN-KOR', pairs: [JPN-KOR]",
                "keywords: '=pacts NOT pact*'"
            })
    void shouldSeeThatARuleExcludesWhatItAsksFor(String conditions) {
        Finding finding = only(conditions);

        assertThat(finding.kind()).isEqualTo(Kind.NEVER_FIRES);
        assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keywords: 'export NOT \"export control\"'",
                "keywords: 'pact NOT =pacts'",
                "keywords: 'pact NOT title:pact'",
                "keywords: 'pact OR (treaty NOT pact)'",
                "keywords: 'pact NOT (pact AND football)'"
            })
    void shouldLetARuleExcludePartOfWhatItAsksFor(String conditions) {
        assertThat(findings(conditions)).isEmpty();
    }

    @Test
    void shouldSeeThatAllDaysAreOver() {
        assertThat(only("due: 2019-08-19, what: decision").kind()).isEqualTo(Kind.OVER);
        assertThat(only("keywords: 'pact deadline:[2019-08-01 TO 2019-08-19]'").kind())
                .isEqualTo(Kind.OVER);
        assertThat(findings("due: 2019-08-20, what: decision")).isEmpty();
        assertThat(findings("keywords: 'deadline:[2019-08-01 TO 2019-08-20] pact'"))
                .isEmpty();
        assertThat(findings("keywords: 'deadline:2019-08-19 OR pact'")).isEmpty();
    }

    @Test
    void shouldTellOfWhatIsReadOver() {
        assertThat(only("keywords: 'pact^2'").what()).contains("'^2' at column 5 changes nothing");
    }

    @Test
    void shouldFindRulesOfADeskThatAskForTheSame() {
        List<Finding> findings = RuleLint.of(book("""
            - {id: one, desk: asia, keywords: 'pact NOT football', pairs: [JPN-KOR]}
            - {id: two, desk: asia, keywords: 'pact -football', pairs: [JPN-KOR], severity: info}
            """), NOW);

        assertThat(findings).extracting(Finding::kind).containsExactly(Kind.SAME);
        assertThat(findings.getFirst().rule()).hasToString("two");
        assertThat(findings.getFirst().what()).contains("'one'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "keywords: '\"export control\"'  # keywords: export",
                "keywords: pact, pairs: [JPN-KOR]  # pairs: [JPN-KOR, CHN-USA]",
                "keywords: 'pact NOT (rain OR snow)'  # keywords: '(pact OR treaty) NOT snow'",
                "keywords: 'japan NEAR/3 pact'  # keywords: 'pact NEAR/10 japan'",
                "keywords: 'title:(pact OR treaty)'  # keywords: 'treaty OR pact OR deal'",
                "keywords: 'deadline:2019-08-24 pact'  # keywords: 'deadline:[2019-08-20 TO *]'",
                "keywords: 'sanctions~1'  # keywords: 'sanctions~2'",
            })
    void shouldFindTheRuleThatFiresWheneverAnotherDoes(String narrow, String wide) {
        List<Finding> findings = RuleLint.of(book(rules(narrow, wide)), NOW);

        assertThat(findings).extracting(Finding::kind).containsExactly(Kind.WITHIN);
        assertThat(findings.getFirst().rule()).hasToString("one");
        assertThat(findings.getFirst().what()).contains("'two'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "keywords: pact  # keywords: 'title:pact'",
                "keywords: 'pact OR treaty'  # keywords: pact",
                "keywords: 'pact NOT snow'  # keywords: 'pact NOT (rain OR snow)'",
                "pairs: [JPN-KOR]  # countries: [JPN]",
                "keywords: 'country:JPN salience:>0.5 pair:JPN-KOR'  # keywords: 'country:JPN salience:>0.5'",
                "keywords: pact, alertOn: [deadlines]  # keywords: 'pact OR treaty'",
                "keywords: '\"export control\"~2'  # keywords: '\"export control\"'",
            })
    void shouldNotTakeRulesForOverlappingThatAreNot(String one, String other) {
        assertThat(RuleLint.of(book(rules(one, other)), NOW))
                .noneMatch(finding -> String.valueOf(finding.rule()).equals("one"));
    }

    @Test
    void shouldWarnOfRulesThatNeverFireOrFireOften() {
        RuleBook book = book("""
            - {id: never, desk: asia, keywords: pact}
            - {id: often, desk: asia, keywords: tariff}
            - {id: seldom, desk: asia, keywords: treaty}
            - {id: deadlines, desk: asia, keywords: court, alertOn: [deadlines]}
            """);

        List<Finding> findings = RuleLint.of(book, NOW, seen(book, 5_000, Map.of("tariff", 51, "treaty", 50)));

        assertThat(findings)
                .extracting(finding -> finding.rule() + " " + finding.kind())
                .containsExactly("never NEVER_SEEN", "often FREQUENT");
        assertThat(findings.getFirst().what())
                .isEqualTo("It matched none of the 5000 articles from 2019-08-13 to 2019-08-20.");
        assertThat(findings.get(1).what()).startsWith("It matched 1.0 % of the 5000 articles");
        assertThat(RuleLint.of(book, NOW, seen(book, 900, Map.of("pact", 1, "tariff", 500, "treaty", 1))))
                .isEmpty();
    }

    @Test
    void shouldJudgeBeginningsByTheNewsWhereThereIsEnoughOfIt() {
        RuleBook book = book("""
            - {id: war, desk: asia, keywords: war*}
            - {id: rus, desk: asia, keywords: 'rus* OR zel*'}
            - {id: odd, desk: asia, keywords: tax*}
            """);
        NewsWords words = new NewsWords(book);
        words.read(
                source(
                        100,
                        i -> "War and wartime in Warsaw, a warehouse" + (i < 30 ? " of Warner" : "")
                                + (i == 0 ? ", warbler" : "") + ". Russia, Russian" + (i < 20 ? ", rush" : "")
                                + ". Zelenskiy, Zélenskyj" + (i < 5 ? ", zeltser" : "")),
                1_000);

        assertThat(RuleLint.of(book, NOW, words))
                .extracting(Finding::what)
                .containsExactly(
                        "'war*' also takes in 'warehouse', 'warsaw', 'warner'.",
                        "'rus*' also takes in 'rush'.",
                        "'zel*' also takes in 'zeltser'.",
                        "'tax*' also takes in 'taxi'.");
    }

    @Test
    void shouldReadNoMoreNewsThanItIsTold() {
        NewsWords words = new NewsWords(book("- {id: war, desk: asia, keywords: war*}"));

        assertThat(words.read(source(100, i -> "war"), 10)).isEqualTo(10);
        assertThat(words.of("war")).isEqualTo(Map.of("war", 10));
        assertThat(new NewsWords(book("- {id: war, desk: asia, keywords: war}")).isEmpty())
                .isTrue();
    }

    private static SeenNews seen(RuleBook book, int articles, Map<String, Integer> hits) {
        return SeenNews.of(
                book,
                source(articles, i -> {
                    StringBuilder text = new StringBuilder();
                    hits.forEach((word, count) -> text.append(i < count ? word + " " : ""));
                    return text.toString();
                }),
                (read, of) -> true);
    }

    /** Articles with these texts, the last of them now. */
    private static ArticleSource source(int articles, IntFunction<String> text) {
        return reader -> {
            for (int i = 0; i < articles; i++) {
                Instant at = NOW.minus(Duration.ofDays(7))
                        .plus(Duration.ofDays(7).multipliedBy(i + 1).dividedBy(articles));
                TaggedArticle tagged =
                        Samples.tagged(Samples.article("a" + i, 1, "News", text.apply(i), at), List.of(), null);
                if (!reader.take(new ArticleSource.Step(tagged, at, i + 1, articles))) {
                    return;
                }
            }
        };
    }

    private static String rules(String one, String other) {
        return "- {id: one, desk: asia, " + one.strip() + "}\n- {id: two, desk: asia, " + other.strip() + "}\n";
    }

    private static Finding only(String conditions) {
        List<Finding> findings = findings(conditions);
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    private static List<Finding> findings(String conditions) {
        RuleBook book = book("- {id: a, desk: asia, " + conditions + "}\n");
        return RuleLint.of(book, NOW);
    }
}
