package io.dyadwire.alerts.topology;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.Samples.book;
import static io.dyadwire.alerts.Samples.deadline;
import static io.dyadwire.contract.deadline.DeadlineState.ANNOUNCED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.json.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is promised of reminders, with a clock that jumps and news that comes again. Tokyo is nine hours ahead of UTC. */
class ReminderPromisesTest {
    private static final String RULES = """
            - {id: pact, desk: asia, pairs: [JPN-KOR], alertOn: [deadlines]}
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
    void shouldRemindByDefaultFromAFortnightToTheEveningBefore() {
        driver.deadline(deadline("2019-09-24", ANNOUNCED, "herald", T0));

        assertThat(hourly("2019-08-14T04:00:00Z", 50))
                .containsExactly(
                        "REMINDER 2019-09-09T15:00:00Z 14",
                        "REMINDER 2019-09-16T15:00:00Z 7",
                        "REMINDER 2019-09-20T15:00:00Z 3",
                        "REMINDER 2019-09-22T15:00:00Z 1",
                        "REMINDER 2019-09-23T09:00:00Z 1",
                        "PASSED 2019-09-25T15:00:00Z -2");
    }

    @Test
    void shouldNotCountHoursToAMonth() {
        driver.deadline(deadline("2019-10", ANNOUNCED, "herald", T0));

        assertThat(hourly("2019-08-14T04:00:00Z", 90))
                .containsExactly(
                        "REMINDER 2019-09-16T15:00:00Z 44",
                        "REMINDER 2019-09-23T15:00:00Z 37",
                        "REMINDER 2019-09-27T15:00:00Z 33",
                        "REMINDER 2019-09-29T15:00:00Z 31",
                        "PASSED 2019-11-01T15:00:00Z -2");
    }

    @Test
    void shouldCountInTheZoneThatTheDeadlineNames() {
        Deadline inNewYork = with(deadline("2019-08-24", ANNOUNCED, "herald", T0), "zone", "America/New_York");
        driver.deadline(inNewYork);

        assertThat(hourly("2019-08-22T05:00:00Z", 6))
                .extracting(line -> line.substring(0, line.lastIndexOf(' ')))
                .containsExactly(
                        "REMINDER 2019-08-21T04:00:00Z",
                        "REMINDER 2019-08-23T04:00:00Z",
                        "REMINDER 2019-08-23T22:00:00Z",
                        "PASSED 2019-08-26T04:00:00Z");
    }

    @Test
    void shouldTellTheLatestOnceWhenTheClockJumpsAheadAndNothingTwiceWhenItJumpsBack() {
        driver.deadline(deadline("2019-08-24", ANNOUNCED, "herald", T0));
        driver.alerts();
        driver.clock("2019-08-22T20:00:00Z");
        driver.clock("2019-08-15T00:00:00Z");

        assertThat(hourly("2019-08-15T00:00:00Z", 12))
                .as("P1D at the jump; what it had left behind is not told again")
                .containsExactly(
                        "REMINDER 2019-08-22T15:00:00Z 1",
                        "REMINDER 2019-08-23T09:00:00Z 1",
                        "PASSED 2019-08-25T15:00:00Z -2");
    }

    @Test
    void shouldNotRemindAgainWhenTheSameNewsIsReadAgain() {
        Deadline announced = deadline("2019-08-24", ANNOUNCED, "herald", T0);
        driver.deadline(announced);
        List<String> told = hourly("2019-08-14T04:00:00Z", 5);
        driver.alerts();

        driver.deadline(announced);
        driver.clock("2019-08-19T04:00:00Z");

        assertThat(told).containsExactly("REMINDER 2019-08-16T15:00:00Z 7");
        assertThat(driver.alerts()).isEmpty();
    }

    @Test
    void shouldTellAllThatFallsDueAtOnceOverSeveralTicks() {
        int many = 3 * DeadlineAlerts.MOST_A_TICK;
        for (int i = 0; i < many; i++) {
            driver.deadline(with(deadline("2019-08-24", ANNOUNCED, "herald", T0), "id", "deadline-" + i));
        }
        driver.alerts();
        List<Integer> ticks = new ArrayList<>();
        List<Alert> told = new ArrayList<>();
        for (int second = 0; second < 3600 && told.size() < many; second++) {
            driver.clock(at("2019-08-22T15:00:00Z").plusSeconds(second).toString());
            List<Alert> some = driver.alerts();
            ticks.add(some.size());
            told.addAll(some);
        }

        assertThat(ticks).allMatch(count -> count <= DeadlineAlerts.MOST_A_TICK / 2);
        assertThat(told).allMatch(alert -> alert.type() == AlertType.REMINDER).hasSize(many);
        assertThat(told).extracting(alert -> alert.deadlines().getFirst().id()).doesNotHaveDuplicates();
    }

    /** What asia is told while the clock goes on by the hour. */
    private List<String> hourly(String from, int days) {
        List<String> told = new ArrayList<>();
        for (int hour = 0; hour < 24 * days; hour++) {
            driver.alertsOf("asia").stream()
                    .filter(alert -> alert.type() != AlertType.ANNOUNCED)
                    .map(ReminderPromisesTest::line)
                    .forEach(told::add);
            driver.clock(at(from).plusSeconds(3600L * hour).toString());
        }
        return told;
    }

    private static Deadline with(Deadline deadline, String field, String value) {
        ObjectNode json = Json.mapper().valueToTree(deadline);
        return Json.mapper().convertValue(json.put(field, value), Deadline.class);
    }

    private static String line(Alert alert) {
        return alert.type() + " " + alert.at() + " "
                + alert.deadlines().getFirst().daysLeft();
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}
