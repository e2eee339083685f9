package io.dyadwire.alerts.topology;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.Samples.article;
import static io.dyadwire.alerts.Samples.book;
import static io.dyadwire.alerts.Samples.deadline;
import static io.dyadwire.alerts.Samples.tagged;
import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.rules.RulesException;
import io.dyadwire.alerts.rules.RulesFile;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertDecision;
import io.dyadwire.contract.alert.DecisionOutcome;
import io.dyadwire.contract.deadline.DeadlineState;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that are put, changed and removed while the topology runs. */
class LiveRulesTimelineTest {
    @TempDir
    private Path folder;

    private final LiveRules rules = new LiveRules(book("[]"), () -> T0);
    private AlertingDriver driver;

    @BeforeEach
    void start() {
        driver = new AlertingDriver(rules, folder, T0);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void shouldMatchTheNextArticleWithTheRulesAsTheyAreThen() {
        driver.article(tagged("one"));
        put("- {id: a, desk: asia, keywords: seoul}");
        driver.article(tagged("two"));
        rules.remove("rule:a");
        driver.article(tagged("three"));

        assertThat(driver.alerts())
                .extracting(alert -> alert.article().id())
                .containsExactly(article("two", 1, T0, false).id());
    }

    @Test
    void shouldTellADeskAsItIsThenAndSayOfOneThatHasGoneThatItHas() throws Exception {
        rules.take(desks("{id: asia, route: {groupWait: PT10M}}"));
        put("- {id: a, desk: asia, keywords: seoul}");
        driver.article(tagged("one"));
        assertThat(driver.alerts()).as("waits").isEmpty();
        rules.take(desks("{id: world}"));
        driver.clock("2019-08-14T03:20:00Z");

        assertThat(driver.alerts()).isEmpty();
        assertThat(driver.decisions())
                .extracting(AlertDecision::outcome)
                .containsExactly(DecisionOutcome.GROUPED, DecisionOutcome.NO_DESK);

        rules.take(desks("{id: asia}"));
        driver.article(tagged("two"));
        assertThat(driver.alerts())
                .extracting(alert -> alert.article().id())
                .containsExactly(article("two", 1, T0, false).id());
    }

    @Test
    void shouldRemindByTheDaysOfTheDeskAsTheyAreThen() throws Exception {
        rules.take(desks("{id: world}"));
        put("- {id: own, desk: world, what: an answer, due: 2019-08-24, remind: [P1D]}");
        driver.clock("2019-08-20T00:00:00Z");
        rules.take(desks("{id: world, zone: Asia/Tokyo}"));
        driver.clock("2019-08-20T00:00:01Z");

        driver.clock("2019-08-22T15:00:00Z");

        assertThat(told()).containsExactly("own REMINDER");
    }

    @Test
    void shouldTellADeskOfADeadlineByARuleThatWasPutBeforeItsChange() {
        driver.deadline(deadline("2019-08-24", DeadlineState.ANNOUNCED, "herald", T0));
        put("- {id: a, desk: asia, pairs: [JPN-KOR], alertOn: [deadlines]}");
        assertThat(driver.alerts()).isEmpty();

        driver.deadline(deadline("2019-08-24", DeadlineState.CONFIRMED, "times", T0.plusSeconds(60)));

        assertThat(told()).containsExactly("a ANNOUNCED");
    }

    @Test
    void shouldRemindByARuleThatWasPutAfterTheDeadlineWasHeardOf() {
        driver.deadline(deadline("2019-08-24", DeadlineState.ANNOUNCED, "herald", T0));
        driver.clock("2019-08-14T04:00:00Z");
        put("- {id: a, desk: world, pairs: [JPN-KOR], alertOn: [deadlines], remind: [P3D]}");
        driver.clock("2019-08-14T05:00:00Z");
        driver.clock("2019-08-20T23:59:00Z");
        assertThat(driver.alerts()).isEmpty();

        driver.clock("2019-08-21T00:00:00Z");

        assertThat(told()).containsExactly("a REMINDER");
    }

    @Test
    void shouldRemindNoMoreByARuleThatIsGone() {
        put("- {id: a, desk: world, pairs: [JPN-KOR], alertOn: [deadlines], remind: [P3D]}");
        driver.deadline(deadline("2019-08-24", DeadlineState.ANNOUNCED, "herald", T0));
        driver.clock("2019-08-14T04:00:00Z");
        assertThat(told()).containsExactly("a ANNOUNCED");

        rules.remove("rule:a");
        driver.clock("2019-08-21T00:00:00Z");
        driver.clock("2019-08-26T00:00:00Z");

        assertThat(driver.alerts()).isEmpty();
    }

    @Test
    void shouldCountDownADeadlineThatADeskSetsWhileItRuns() {
        driver.clock("2019-08-14T04:00:00Z");
        put("- {id: own, desk: world, what: an answer, due: 2019-08-24, remind: [P3D, P1D]}");
        driver.clock("2019-08-14T05:00:00Z");
        driver.clock("2019-08-21T00:00:00Z");
        assertThat(told()).containsExactly("own REMINDER");

        put("- {id: own, desk: world, what: an answer, due: 2019-08-30, remind: [P3D, P1D]}");
        driver.clock("2019-08-22T00:00:00Z");
        driver.clock("2019-08-23T00:00:00Z");
        assertThat(driver.alerts()).as("a day before the old date").isEmpty();

        driver.clock("2019-08-27T00:00:00Z");
        assertThat(told()).containsExactly("own REMINDER");

        rules.remove("rule:own");
        driver.clock("2019-08-29T00:00:00Z");
        assertThat(driver.alerts()).isEmpty();
    }

    private void put(String rule) {
        rules.put(book(rule).rules().getFirst());
    }

    private List<String> told() {
        return driver.alerts().stream()
                .map((Alert alert) -> alert.rule().id() + " " + alert.type())
                .toList();
    }

    private static RuleBook desks(String entries) throws RulesException {
        return RulesFile.parse("rules.yaml", "desks: [" + entries + "]", Path.of("."), Set.of());
    }
}
