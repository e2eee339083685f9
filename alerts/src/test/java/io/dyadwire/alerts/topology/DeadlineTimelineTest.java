package io.dyadwire.alerts.topology;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.Samples.book;
import static io.dyadwire.alerts.Samples.deadline;
import static io.dyadwire.contract.deadline.DeadlineState.ANNOUNCED;
import static io.dyadwire.contract.deadline.DeadlineState.CANCELLED;
import static io.dyadwire.contract.deadline.DeadlineState.CONFIRMED;
import static io.dyadwire.contract.deadline.DeadlineState.MET;
import static io.dyadwire.contract.deadline.DeadlineState.MOVED;
import static io.dyadwire.contract.deadline.DeadlineState.POSTPONED;
import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertDeadline;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.topic.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One deadline over its life: what the desks are told, and when. Tokyo is nine hours ahead of UTC. */
class DeadlineTimelineTest {
    private static final String RULES = """
            - {id: pact, desk: asia, pairs: [JPN-KOR], alertOn: [deadlines], remind: [P7D, P3D, P1D]}
            - {id: articles-only, desk: world, pairs: [JPN-KOR]}
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
    void shouldTellTheWholeStoryOnceEach() {
        List<String> told = new ArrayList<>();

        driver.deadline(deadline("2019-08-24", ANNOUNCED, "herald", T0));
        tell(told);
        driver.deadline(deadline("2019-08-24", ANNOUNCED, "herald", at("2019-08-14T09:00:00Z")));
        tell(told);
        driver.deadline(deadline("2019-08-24", CONFIRMED, "times", at("2019-08-15T09:00:00Z")));
        tell(told);
        hours(told, "2019-08-16T00:00:00Z", 5 * 24);
        driver.deadline(deadline("2019-08-28", MOVED, "times", at("2019-08-21T00:30:00Z")));
        tell(told);
        hours(told, "2019-08-21T01:00:00Z", 20 * 24);

        assertThat(told)
                .containsExactly(
                        "ANNOUNCED 2019-08-14T03:00:00Z 2019-08-24 10",
                        "CONFIRMED 2019-08-15T09:00:00Z 2019-08-24 9",
                        "REMINDER 2019-08-16T15:00:00Z 2019-08-24 7",
                        "REMINDER 2019-08-20T15:00:00Z 2019-08-24 3",
                        "MOVED 2019-08-21T00:30:00Z 2019-08-28 7",
                        "REMINDER 2019-08-24T15:00:00Z 2019-08-28 3",
                        "REMINDER 2019-08-26T15:00:00Z 2019-08-28 1",
                        "PASSED 2019-08-29T15:00:00Z 2019-08-28 -2");
        assertThat(driver.alertsOf("world")).isEmpty();
    }

    @Test
    void shouldShowBothQuotesOfAMove() {
        driver.deadline(deadline("2019-08-24", ANNOUNCED, "herald", T0));
        driver.deadline(deadline("2019-08-28", MOVED, "times", at("2019-08-21T00:30:00Z")));

        Alert moved = driver.alerts().get(1);
        AlertDeadline shown = moved.deadlines().getFirst();
        assertThat(shown.previous()).isEqualTo(new PartialDate("2019-08-24"));
        assertThat(shown.quote()).isEqualTo("times says 2019-08-28.");
        assertThat(shown.previousQuote()).isEqualTo("herald says 2019-08-24.");
        assertThat(moved.reason()).isEqualTo("Moved from Aug 24 to Aug 28: decision on the pact, says times.");
    }

    @Test
    void shouldTellOfAConflictOnceADateWithBothQuotes() {
        Deadline known = deadline("2019-08-24", ANNOUNCED, "herald", T0);
        driver.deadline(known);
        driver.alerts();

        driver.deadline(disputed(known, "times", "2019-08-26"));
        driver.deadline(disputed(known, "post", "2019-08-26"));
        driver.deadline(disputed(known, "post", "2019-08-27"));

        List<Alert> alerts = driver.alerts();
        assertThat(alerts).extracting(Alert::type).containsExactly(AlertType.CONFLICT, AlertType.CONFLICT);
        assertThat(alerts.getFirst().reason()).isEqualTo("times says Aug 26, herald Aug 24: decision on the pact.");
        assertThat(alerts.getFirst().deadlines().getFirst())
                .returns(new PartialDate("2019-08-24"), AlertDeadline::date)
                .returns("herald says 2019-08-24.", AlertDeadline::quote)
                .returns(new PartialDate("2019-08-26"), AlertDeadline::otherDate)
                .returns("times says 2019-08-26.", AlertDeadline::otherQuote);
    }

    @Test
    void shouldNotTellOfAConflictWithOldNews() {
        Deadline known = deadline("2019-08-24", ANNOUNCED, "herald", T0);
        driver.deadline(known);
        driver.alerts();

        driver.deadline(disputed(known, deadline("2019-08-26", ANNOUNCED, "times", T0, true)));

        assertThat(driver.alerts()).isEmpty();
    }

    @Test
    void shouldFallSilentOnceMet() {
        driver.deadline(deadline("2019-08-24", ANNOUNCED, "herald", T0));
        driver.deadline(deadline("2019-08-24", MET, "times", at("2019-08-15T00:00:00Z")));
        driver.deadline(deadline("2019-08-24", MET, "post", at("2019-08-15T01:00:00Z")));
        driver.clock("2019-08-23T00:00:00Z");
        driver.clock("2019-08-30T00:00:00Z");

        List<Alert> alerts = driver.alerts();
        assertThat(alerts).extracting(Alert::type).containsExactly(AlertType.ANNOUNCED, AlertType.MET);
        assertThat(alerts.getLast().deadlines().getFirst().previousQuote()).isEqualTo("herald says 2019-08-24.");
    }

    @Test
    void shouldTellADeskOnceHoweverManyOfItsRulesMatch() {
        String rules = RULES + "- {id: again, desk: asia, pairs: [JPN-KOR], alertOn: [deadlines], remind: [P7D]}\n";
        List<String> told = new ArrayList<>();
        try (AlertingDriver two = new AlertingDriver(book(rules), stateDir.resolve("two"), T0)) {
            two.deadline(deadline("2019-08-24", ANNOUNCED, "herald", T0));
            two.deadline(deadline("2019-08-24", CONFIRMED, "times", at("2019-08-15T09:00:00Z")));
            two.clock("2019-08-17T00:00:00Z");
            two.clock("2019-08-26T00:00:00Z");
            two.alertsOf("asia").forEach(alert -> told.add(alert.type().name()));
        }

        assertThat(told).containsExactly("ANNOUNCED", "CONFIRMED", "REMINDER", "PASSED");
    }

    @Test
    void shouldFallSilentOnceCancelled() {
        driver.deadline(deadline("2019-08-24", ANNOUNCED, "herald", T0));
        driver.deadline(deadline("2019-08-24", CANCELLED, "times", at("2019-08-15T00:00:00Z")));
        driver.deadline(deadline("2019-08-24", CANCELLED, "post", at("2019-08-15T01:00:00Z")));
        driver.clock("2019-08-23T00:00:00Z");
        driver.clock("2019-08-30T00:00:00Z");

        assertThat(driver.alerts()).extracting(Alert::type).containsExactly(AlertType.ANNOUNCED, AlertType.CANCELLED);
    }

    @Test
    void shouldBeSilentOncePutOffUntilThereIsANewDate() {
        driver.deadline(deadline("2019-08-24", ANNOUNCED, "herald", T0));
        driver.deadline(deadline("2019-08-24", POSTPONED, "times", at("2019-08-15T00:00:00Z")));
        driver.deadline(deadline("2019-08-24", POSTPONED, "post", at("2019-08-15T01:00:00Z")));
        driver.clock("2019-08-23T00:00:00Z");
        driver.clock("2019-08-26T00:00:00Z");
        driver.deadline(deadline("2019-09-20", MOVED, "times", at("2019-08-26T00:00:00Z")));

        List<Alert> alerts = driver.alerts();
        assertThat(alerts)
                .extracting(Alert::type)
                .containsExactly(AlertType.ANNOUNCED, AlertType.POSTPONED, AlertType.MOVED);
        assertThat(alerts.getLast().deadlines().getFirst().previous()).hasToString("2019-08-24");
    }

    @Test
    void shouldTellOnlyTheLatestOfSeveralMissedReminders() {
        driver.deadline(deadline("2019-08-24", ANNOUNCED, "herald", T0));
        driver.alerts();

        driver.clock("2019-08-23T12:00:00Z");

        assertThat(driver.alerts()).singleElement().satisfies(alert -> assertThat(alert.at())
                .isEqualTo(at("2019-08-22T15:00:00Z")));
    }

    @Test
    void shouldNotRemindOfWhatWasDueBeforeItWasKnown() {
        driver.deadline(deadline("2019-08-24", ANNOUNCED, "herald", at("2019-08-22T03:00:00Z")));
        driver.clock("2019-08-22T03:00:01Z");
        assertThat(driver.alerts()).extracting(Alert::type).containsExactly(AlertType.ANNOUNCED);

        driver.clock("2019-08-22T15:00:00Z");
        assertThat(driver.alerts()).extracting(Alert::type).containsExactly(AlertType.REMINDER);
    }

    @Test
    void shouldNeverRemindWhenOldNewsIsReplayed() {
        driver.clock("2026-03-01T00:00:00Z");
        driver.deadline(deadline("2019-08-24", ANNOUNCED, "herald", T0));
        driver.clock("2026-03-01T00:00:01Z");
        driver.clock("2026-04-01T00:00:01Z");

        assertThat(driver.alerts()).extracting(Alert::type).containsExactly(AlertType.ANNOUNCED);
        assertThat(driver.count("dyadwire.alerts.decided", "outcome", "late")).isEqualTo(1);
    }

    @Test
    void shouldNotRepeatAReminderWhenTheClockGoesBack() {
        driver.deadline(deadline("2019-08-24", ANNOUNCED, "herald", T0));
        driver.clock("2019-08-17T00:00:00Z");
        driver.alerts();

        driver.clock("2019-08-16T14:00:00Z");
        driver.clock("2019-08-16T16:00:00Z");

        assertThat(driver.alerts()).isEmpty();
    }

    @Test
    void shouldRemindAgainOnceAClockThatWasYearsAheadIsRight() {
        driver.deadline(deadline("2019-08-24", ANNOUNCED, "herald", T0));
        driver.clock("2029-01-01T00:00:00Z");
        driver.alerts();

        driver.clock("2019-08-15T00:00:00Z");
        driver.clock("2019-08-22T15:00:00Z");

        assertThat(driver.alerts()).extracting(Alert::type).containsExactly(AlertType.REMINDER);
    }

    @Test
    void shouldSayThatNothingWasHeardOnceTheDayIsOver() {
        driver.deadline(deadline("2019-08-24", ANNOUNCED, "herald", T0));
        driver.clock("2019-08-25T14:59:59Z");
        driver.alerts();

        driver.clock("2019-08-25T15:00:00Z");

        assertThat(driver.alerts())
                .extracting(Alert::reason)
                .containsExactly(
                        "2019-08-24 is over: decision on the pact; no outcome seen, last mentioned on 2019-08-14.");
    }

    @Test
    void shouldForgetADeadlineLongOver() {
        driver.deadline(deadline("2019-08-24", ANNOUNCED, "herald", T0));
        driver.clock("2019-08-26T00:00:00Z");
        driver.pipe(Topics.TAGGED, new byte[] {1}, at("2019-09-30T00:00:00Z"));
        driver.clock("2019-09-30T00:00:00Z");
        driver.alerts();

        assertThat(driver.followed()).isEmpty();
    }

    @Test
    void shouldForgetADeadlineWithItsTombstone() {
        driver.deadline(deadline("2019-08-24", ANNOUNCED, "herald", T0));
        driver.pipe(Topics.DEADLINES, "pact", null, T0);
        driver.clock("2019-08-23T00:00:00Z");

        assertThat(driver.followed()).isEmpty();
        assertThat(driver.alerts()).extracting(Alert::type).containsExactly(AlertType.ANNOUNCED);
    }

    @Test
    void shouldRemindOfADeadlineThatTheDeskSetItself() {
        String rule = "- {id: own, desk: asia, what: decision on the pact, due: 2019-08-24, remind: [P7D, P1D]}\n";
        List<String> told = new ArrayList<>();
        try (AlertingDriver own = new AlertingDriver(book(rule), stateDir.resolve("own"), T0)) {
            for (int hour = 0; hour < 15 * 24; hour++) {
                own.clock(T0.plusSeconds(3600L * hour).toString());
                own.alertsOf("asia").forEach(alert -> told.add(line(alert) + " " + alert.reason()));
            }
        }

        assertThat(told)
                .containsExactly(
                        "REMINDER 2019-08-16T15:00:00Z 2019-08-24 7 7 days left until 2019-08-24: decision on the pact.",
                        "REMINDER 2019-08-22T15:00:00Z 2019-08-24 1 1 day left until 2019-08-24: decision on the pact.",
                        "PASSED 2019-08-25T15:00:00Z 2019-08-24 -2 2019-08-24 is over: decision on the pact.");
    }

    @Test
    void shouldRemindOfItsOwnOnceAClockThatWasYearsAheadIsRight() {
        String rule = "- {id: own, desk: asia, what: decision on the pact, due: 2019-08-24, remind: [P1D]}\n";
        try (AlertingDriver own = new AlertingDriver(book(rule), stateDir.resolve("own"), T0)) {
            own.clock("2029-01-01T00:00:00Z");
            own.alerts();

            own.clock("2019-08-15T00:00:00Z");
            own.clock("2019-08-22T15:00:00Z");

            assertThat(own.alerts()).extracting(Alert::type).containsExactly(AlertType.REMINDER);
        }
    }

    private static Deadline disputed(Deadline known, String publisher, String date) {
        return disputed(known, deadline(date, ANNOUNCED, publisher, T0));
    }

    private static Deadline disputed(Deadline known, Deadline other) {
        return new Deadline(
                known.id(),
                known.what(),
                known.kind(),
                known.pairs(),
                known.topics(),
                known.date(),
                known.precision(),
                null,
                known.state(),
                known.history(),
                known.sources(),
                known.firstSeen(),
                known.lastSeen(),
                null,
                null,
                null,
                other.history(),
                0);
    }

    private void hours(List<String> told, String from, int hours) {
        for (int hour = 0; hour < hours; hour++) {
            driver.clock(at(from).plusSeconds(3600L * hour).toString());
            tell(told);
        }
    }

    private void tell(List<String> told) {
        driver.alertsOf("asia").forEach(alert -> told.add(line(alert)));
    }

    private static String line(Alert alert) {
        AlertDeadline deadline = alert.deadlines().getFirst();
        return alert.type() + " " + alert.at() + " " + deadline.date() + " " + deadline.daysLeft();
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}
