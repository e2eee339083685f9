package io.dyadwire.alerts.topology;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.Samples.book;
import static io.dyadwire.alerts.Samples.deadline;
import static io.dyadwire.contract.deadline.DeadlineState.ANNOUNCED;
import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.contract.alert.AlertDecision;
import io.dyadwire.contract.alert.DecisionOutcome;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleOrigin;
import io.dyadwire.contract.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What desks are not told of deadlines, and that it is written down once. Tokyo is nine hours ahead of UTC. */
class UntoldDeadlinesTest {
    private static final String RULES = """
            - {id: pact, desk: asia, name: The pact, pairs: [JPN-KOR], alertOn: [deadlines], remind: [P7D, P1D]}
            """;

    @TempDir
    Path stateDir;

    private AlertingDriver driver;

    @BeforeEach
    void start() {
        driver = new AlertingDriver(book(RULES), stateDir, T0);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void shouldSayOnceThatADayWasOverWhenItWasFirstHeardOf() {
        driver.deadline(deadline("2019-08-10", ANNOUNCED, "herald", T0));
        driver.deadline(deadline("2019-08-10", ANNOUNCED, "times", T0.plusSeconds(60)));

        List<AlertDecision> decisions = driver.decisions();
        assertThat(driver.alerts()).isEmpty();
        assertThat(decisions).extracting(UntoldDeadlinesTest::line).containsExactly("pact ANNOUNCED OVER");
        assertThat(decisions.getFirst().reason()).isEqualTo("Its day was over when it was first heard of.");
    }

    @Test
    void shouldSayOnceThatADateIsOldNews() {
        driver.deadline(deadline("2019-08-24", ANNOUNCED, "herald", T0, true));
        driver.deadline(deadline("2019-08-24", ANNOUNCED, "times", T0.plusSeconds(60), true));

        assertThat(lines()).containsExactly("pact ANNOUNCED BACKFILL");
    }

    @Test
    void shouldSayThatAReminderCameTooLate() {
        driver.deadline(deadline("2019-08-24", ANNOUNCED, "herald", T0));
        driver.decisions();

        driver.clock("2019-08-25T00:00:00Z");
        driver.clock("2019-08-25T00:00:01Z");

        List<AlertDecision> decisions = driver.decisions();
        assertThat(decisions).extracting(UntoldDeadlinesTest::line).containsExactly("pact REMINDER OVER");
        assertThat(decisions.getFirst().at()).isEqualTo(Instant.parse("2019-08-22T15:00:00Z"));
    }

    @Test
    void shouldSayThatAReminderWasMissedWhereTheDayHasPassedSince() {
        driver.deadline(deadline("2019-08-24", ANNOUNCED, "herald", T0));
        driver.decisions();

        driver.clock("2019-08-26T00:00:00Z");

        assertThat(lines()).containsExactlyInAnyOrder("pact REMINDER OVER", "pact PASSED FIRED");
    }

    @Test
    void shouldSayThatADayPassedTooLongAgo() {
        driver.deadline(deadline("2019-08-24", ANNOUNCED, "herald", T0));
        driver.decisions();

        driver.clock("2019-09-20T00:00:00Z");
        driver.clock("2019-09-20T00:00:01Z");

        assertThat(lines()).containsExactly("pact REMINDER OVER", "pact PASSED LATE");
    }

    @Test
    void shouldSayItAlsoOfWhatIsForgottenThen() {
        driver.deadline(deadline("2019-08-24", ANNOUNCED, "herald", T0));
        driver.decisions();
        driver.pipe(Topics.TAGGED, new byte[] {1}, T0.plus(Duration.ofDays(90)));

        driver.clock("2019-11-20T00:00:00Z");

        assertThat(lines()).containsExactly("pact REMINDER OVER", "pact PASSED LATE");
        assertThat(driver.followed()).isEmpty();
    }

    @Test
    void shouldSayByWhichRuleADeskIsToldThatHasSeveral() {
        String again = "- {id: again, desk: asia, pairs: [JPN-KOR], alertOn: [deadlines], remind: [P7D]}\n";
        try (AlertingDriver two = new AlertingDriver(book(RULES + again), stateDir.resolve("two"), T0)) {
            two.deadline(deadline("2019-08-24", ANNOUNCED, "herald", T0));
            List<AlertDecision> decisions = two.decisions();
            two.clock("2019-08-17T00:00:00Z");

            assertThat(decisions)
                    .extracting(UntoldDeadlinesTest::line)
                    .containsExactlyInAnyOrder("pact ANNOUNCED FIRED", "again ANNOUNCED DEDUPLICATED");
            assertThat(decisions)
                    .filteredOn(decision -> decision.outcome() == DecisionOutcome.DEDUPLICATED)
                    .extracting(AlertDecision::reason)
                    .containsExactly("The desk is told of it by its rule \"The pact\".");
            assertThat(two.decisions())
                    .extracting(UntoldDeadlinesTest::line)
                    .containsExactlyInAnyOrder("again REMINDER FIRED", "pact REMINDER DEDUPLICATED");
        }
    }

    @Test
    void shouldSayNothingToADeskWhoseRuleCameLater() {
        Deadline known = deadline("2019-08-24", ANNOUNCED, "herald", T0);
        LiveRules rules = new LiveRules(book(RULES), () -> T0);
        try (AlertingDriver later = new AlertingDriver(rules, stateDir.resolve("later"), T0)) {
            later.deadline(known);
            Rule pact = book(RULES).rules().getFirst();
            rules.put(pact.put(1, RuleOrigin.FILE, "kim", Instant.parse("2019-09-19T00:00:00Z")));

            later.clock("2019-09-20T00:00:00Z");

            assertThat(later.decisions()).isEmpty();
        }
    }

    @Test
    void shouldSayItOfADeadlineThatTheDeskSetItself() {
        String rule = "- {id: own, desk: asia, what: decision on the pact, due: 2019-08-24, remind: [P7D, P1D]}\n";
        try (AlertingDriver own = new AlertingDriver(book(rule), stateDir.resolve("own"), T0)) {
            own.clock("2019-08-15T00:00:00Z");
            own.clock("2019-09-20T00:00:00Z");
            List<AlertDecision> decisions = own.decisions();

            assertThat(decisions)
                    .extracting(UntoldDeadlinesTest::line)
                    .containsExactly("own REMINDER OVER", "own PASSED LATE");
            assertThat(decisions).extracting(AlertDecision::subject).containsOnly("rule:own");
        }
    }

    private List<String> lines() {
        return driver.decisions().stream().map(UntoldDeadlinesTest::line).toList();
    }

    private static String line(AlertDecision decision) {
        return decision.rule().id() + " " + decision.type() + " " + decision.outcome();
    }
}
