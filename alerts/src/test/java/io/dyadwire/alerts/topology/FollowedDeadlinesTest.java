package io.dyadwire.alerts.topology;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.Samples.book;
import static io.dyadwire.alerts.Samples.deadline;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineState;
import io.dyadwire.contract.json.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Restarts: a new instance on the store that the last one left. */
class FollowedDeadlinesTest {
    private static final String PACT =
            "- {id: pact, desk: asia, pairs: [JPN-KOR], alertOn: [deadlines], remind: [P7D, P3D, P1D]}\n";
    private static final String LATER =
            "- {id: later, desk: world, pairs: [JPN-KOR], alertOn: [deadlines], remind: [P3D]}\n";

    private KeyValueStore<String, byte[]> store;

    @BeforeEach
    void open() {
        var context = new MockProcessorContext<String, Outcome>();
        store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore("followed"), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
    }

    @Test
    void shouldRemindOnceOverRestarts() {
        hear(restarted(PACT));
        List<Alert> reminders = new ArrayList<>();
        for (int hour = 0; hour < 15 * 24; hour++) {
            reminders.addAll(remind(restarted(PACT), T0.plusSeconds(3600L * hour)));
        }

        assertThat(reminders)
                .extracting(alert -> alert.type() + " " + alert.at())
                .containsExactly(
                        "REMINDER 2019-08-16T15:00:00Z",
                        "REMINDER 2019-08-20T15:00:00Z",
                        "REMINDER 2019-08-22T15:00:00Z",
                        "PASSED 2019-08-25T15:00:00Z");
    }

    @Test
    void shouldGiveTheSameIdWhenTheMarkWasLost() {
        hear(restarted(PACT));
        FollowedDeadlines crashed = restarted(PACT);
        AlertId once = alerts(due(crashed, at("2019-08-17T00:00:00Z")).getFirst())
                .getFirst()
                .id();

        assertThat(remind(restarted(PACT), at("2019-08-18T00:00:00Z")))
                .extracting(Alert::id)
                .containsExactly(once);
    }

    @Test
    void shouldTellTheRestAfterARestartInTheMiddleOfMany() {
        FollowedDeadlines first = restarted(PACT);
        for (String id : List.of("one", "two", "three")) {
            hear(first, id);
        }
        Instant due = at("2019-08-22T16:00:00Z");
        String done = Objects.requireNonNull(first.next(due));
        first.due(done, due, T0).remember().run();

        assertThat(remind(restarted(PACT), due.plusSeconds(1)))
                .extracting(alert -> alert.deadlines().getFirst().id())
                .hasSize(2)
                .doesNotContain(done);
    }

    @Test
    void shouldRemindForARuleThatWasAddedLater() {
        hear(restarted(PACT));

        assertThat(remind(restarted(PACT + LATER), at("2019-08-22T12:00:00Z")))
                .extracting(alert -> alert.rule().id() + " " + alert.type())
                .containsExactly("pact REMINDER", "later REMINDER");
    }

    @Test
    void shouldStaySilentForARuleThatIsGone() {
        hear(restarted(PACT + LATER));

        assertThat(remind(restarted(LATER), at("2019-08-22T12:00:00Z")))
                .extracting(alert -> alert.rule().id().value())
                .containsExactly("later");
    }

    @Test
    void shouldTellOfAMoveWhoseWordsNoLongerMatch() {
        String rule = "- {id: pact, desk: asia, keywords: herald, alertOn: [deadlines]}\n";
        hear(restarted(rule));

        Plan plan = restarted(rule)
                .heard(deadline("2019-08-28", DeadlineState.MOVED, "times", T0.plusSeconds(60)), T0.plusSeconds(60));

        assertThat(alerts(plan)).extracting(Alert::type).containsExactly(AlertType.MOVED);
    }

    @Test
    void shouldNotAnnounceOldNewsButRemindOfIt() {
        Plan plan = restarted(PACT).heard(deadline("2019-08-24", DeadlineState.ANNOUNCED, "herald", T0, true), T0);
        plan.remember().run();

        assertThat(alerts(plan)).isEmpty();
        assertThat(remind(restarted(PACT), at("2019-08-22T16:00:00Z")))
                .extracting(Alert::type)
                .containsExactly(AlertType.REMINDER);
    }

    @Test
    void shouldAnnounceWhatFreshNewsConfirms() {
        restarted(PACT)
                .heard(deadline("2019-08-24", DeadlineState.ANNOUNCED, "herald", T0, true), T0)
                .remember()
                .run();

        Plan plan = restarted(PACT)
                .heard(
                        deadline("2019-08-24", DeadlineState.CONFIRMED, "times", T0.plusSeconds(60)),
                        T0.plusSeconds(60));

        assertThat(alerts(plan)).extracting(Alert::type).containsExactly(AlertType.ANNOUNCED);
    }

    private FollowedDeadlines restarted(String rules) {
        AlertingConfig config = AlertingConfig.defaults(Path.of("unused"));
        return new FollowedDeadlines(store, LiveRules.of(book(rules), () -> T0), config);
    }

    private static void hear(FollowedDeadlines followed) {
        followed.heard(deadline("2019-08-24", DeadlineState.ANNOUNCED, "herald", T0), T0)
                .remember()
                .run();
    }

    private static void hear(FollowedDeadlines followed, String id) {
        ObjectNode json = Json.mapper().valueToTree(deadline("2019-08-24", DeadlineState.ANNOUNCED, "herald", T0));
        Deadline other = Json.mapper().convertValue(json.put("id", id), Deadline.class);
        followed.heard(other, T0).remember().run();
    }

    private static List<Alert> remind(FollowedDeadlines followed, Instant now) {
        List<Plan> plans = due(followed, now);
        plans.forEach(plan -> plan.remember().run());
        return plans.stream().flatMap(plan -> alerts(plan).stream()).toList();
    }

    private static List<Plan> due(FollowedDeadlines followed, Instant now) {
        List<Plan> plans = new ArrayList<>();
        for (String id = followed.next(now); id != null; id = followed.next(now)) {
            plans.add(followed.due(id, now, T0));
        }
        return plans;
    }

    private static List<Alert> alerts(Plan plan) {
        return plan.outcomes().stream()
                .filter(Outcome.Proposed.class::isInstance)
                .map(outcome -> ((Outcome.Proposed) outcome).candidate().alert())
                .toList();
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}
