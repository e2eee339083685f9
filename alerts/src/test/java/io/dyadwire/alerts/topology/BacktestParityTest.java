package io.dyadwire.alerts.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.alerts.Samples;
import io.dyadwire.alerts.backtest.ArticleSource;
import io.dyadwire.alerts.backtest.Backtest;
import io.dyadwire.alerts.backtest.BacktestReport.RuleResult;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.rules.RulesException;
import io.dyadwire.alerts.rules.RulesFile;
import io.dyadwire.contract.alert.AlertDecision;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.alert.DecisionOutcome;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.tag.Story;
import io.dyadwire.contract.tag.TaggedArticle;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backtest says what the topology does. */
class BacktestParityTest {
    private static final Instant START = Instant.parse("2019-08-12T00:00:00Z");
    private static final List<String> WORDS = List.of("pact", "tariffs", "talks", "CORRECTED- pact", "envoy");

    @TempDir
    private Path stateDir;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "route: {groupBy: [pair], groupWait: PT10M, groupInterval: PT1H}",
                "route: {groupBy: [], digest: hourly}",
                "route: {groupBy: [rule]}, throttle: {alerts: 3, within: PT2H}",
                "inhibit: [{source: {severity: [critical]}, target: {severity: [warning]}, for: PT30M}]",
                "muteTimes: {nights: {from: '22:00', to: '06:00'}}, route: {mute: [nights], groupInterval: PT30M}"
            })
    void shouldDecideAsTheTopologyDoes(String plan) throws RulesException {
        RuleBook book = RulesFile.parse(
                "rules.yaml", """
                desks: [{id: asia, zone: Asia/Tokyo%s}]
                rules:
                  - {id: pact, desk: asia, keywords: pact, severity: critical}
                  - {id: money, desk: asia, keywords: 'tariff OR talks'}
                  - {id: pair, desk: asia, pairs: [JPN-KOR]}
                """.formatted(plan.isEmpty() ? "" : ", " + plan), Path.of("/etc"), Set.of());
        List<TaggedArticle> articles = articles(new Random(7));
        List<RuleResult> tested =
                Backtest.run(book, source(articles), (read, of) -> true).rules();

        try (AlertingDriver driver = new AlertingDriver(book, stateDir, START)) {
            articles.forEach(driver::article);
            List<AlertDecision> decisions = driver.decisions();
            Map<RuleId, Long> storms = driver.alerts().stream()
                    .filter(alert -> alert.type() == AlertType.STORM)
                    .collect(Collectors.groupingBy(alert -> alert.rule().id(), Collectors.counting()));
            for (RuleResult rule : tested) {
                assertThat(rule.hits()).as(rule.rule() + " hits").isGreaterThan(20);
                assertThat(rule.alerts())
                        .as(rule.rule() + " alerts")
                        .isEqualTo(told(decisions, rule.rule()) + storms.getOrDefault(rule.rule(), 0L));
                assertThat(rule.held()).as(rule.rule() + " held").isEqualTo(held(decisions, rule.rule()));
            }
        }
    }

    private static long told(List<AlertDecision> decisions, RuleId rule) {
        return decisions.stream()
                .filter(decision -> decision.rule().id().equals(rule))
                .filter(decision -> decision.outcome() == DecisionOutcome.FIRED)
                .map(AlertDecision::alert)
                .distinct()
                .count();
    }

    private static Map<DecisionOutcome, Long> held(List<AlertDecision> decisions, RuleId rule) {
        return decisions.stream()
                .filter(decision -> decision.rule().id().equals(rule))
                .map(AlertDecision::outcome)
                .filter(outcome -> outcome != DecisionOutcome.FIRED)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** Over three days: copies, edits, updates and corrections; the last matches every rule, so that both end at the same time. */
    private static List<TaggedArticle> articles(Random random) {
        List<TaggedArticle> articles = new ArrayList<>();
        Instant at = START;
        for (int i = 0; i < 200; i++) {
            at = at.plusSeconds(random.nextInt(2_400));
            int id = random.nextInt(120);
            String title = WORDS.get(random.nextInt(WORDS.size())) + " " + random.nextInt(15);
            articles.add(article("a" + id, 1 + random.nextInt(2), title, at, random.nextInt(3)));
        }
        articles.add(article("last", 1, "pact tariffs talks", at.plusSeconds(60), 1));
        return articles;
    }

    private static TaggedArticle article(String id, int version, String title, Instant at, int countries) {
        return Samples.tagged(
                Samples.article(id, version, title, at),
                List.of("JPN", "KOR", "PRK").subList(0, countries),
                new Story("story of " + title, null, 1, null));
    }

    private static ArticleSource source(List<TaggedArticle> articles) {
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
