package io.dyadwire.alerts.told;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.told.TestAlerts.alert;
import static io.dyadwire.alerts.told.TestAlerts.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.rule.DeskId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertReaderTest {
    private static final DeskId ASIA = new DeskId("asia");
    private static final DeskId WORLD = new DeskId("world");
    private static final TopicPartition ASIAS = AlertReader.partition(ASIA);
    private static final TopicPartition WORLDS = AlertReader.partition(WORLD);
    private static final Asked ALL = new Asked(null, null, null, null, null, null, null);

    private final MockConsumer<String, byte[]> topics = new MockConsumer<>("earliest");
    private final AlertView view = new AlertView(3, 1 << 20);
    private List<DeskId> desks = List.of(ASIA, WORLD);
    private final AlertReader reader = new AlertReader(topics, () -> desks, view);

    @BeforeEach
    void begin() {
        topics.updateBeginningOffsets(Map.of(ASIAS, 0L, WORLDS, 0L));
        topics.updateEndOffsets(Map.of(ASIAS, 0L, WORLDS, 0L));
    }

    @Test
    void shouldShowTheNewestFirstOverAllDesks() {
        topics.addRecord(record(alert("a", "asia", T0), 0));
        topics.addRecord(record(alert("b", "asia", T0.plusSeconds(2)), 1));
        topics.addRecord(record(alert("c", "world", T0.plusSeconds(1)), 0));
        reader.turn();

        assertThat(view.isComplete()).isTrue();
        assertThat(ids(view)).containsExactly("b", "c", "a");
        assertThat(view.next(ASIA)).isEqualTo(2);
    }

    @Test
    void shouldReadTheDesksThatComeAndLeaveThoseThatGo() {
        desks = List.of(ASIA);
        topics.addRecord(record(alert("a", "asia", T0), 0));
        reader.turn();

        desks = List.of(WORLD);
        reader.turn();
        topics.addRecord(record(alert("b", "world", T0.plusSeconds(1)), 0));
        reader.turn();

        assertThat(topics.assignment()).containsExactly(WORLDS);
        assertThat(ids(view)).containsExactly("b", "a");
        assertThat(view.next(WORLD)).isEqualTo(1);
    }

    @Test
    void shouldForgetWhatCameFirstWhenThereIsNoRoom() {
        for (int i = 0; i < 5; i++) {
            topics.addRecord(record(alert("a" + i, "asia", T0.minusSeconds(i)), i));
        }
        reader.turn();

        assertThat(ids(view)).containsExactly("a2", "a3", "a4");
        assertThat(view.find(new AlertId("a1"))).isNull();
        assertThat(view.find(new AlertId("a2"))).isNotNull();
        assertThat(view.follow(ASIA, 1, told -> {})).as("not whole any more").isNull();
        assertThat(Objects.requireNonNull(view.follow(ASIA, 2, told -> {})).missed())
                .hasSize(3);
    }

    @Test
    void shouldLeaveOutWhatIsNoAlertAndGoOn() {
        topics.addRecord(record(ASIAS.topic(), "{}".getBytes(StandardCharsets.UTF_8), 0));
        topics.addRecord(
                record(ASIAS.topic(), record(alert("w", "world", T0), 0).value(), 1));
        topics.addRecord(record(alert("a", "asia", T0), 2));
        reader.turn();

        assertThat(ids(view)).containsExactly("a");
        assertThat(view.next(ASIA)).isEqualTo(3);
    }

    @Test
    void shouldTellAFollowerEachOnceInOrder() {
        topics.addRecord(record(alert("a", "asia", T0), 0));
        topics.addRecord(record(alert("b", "asia", T0), 1));
        reader.turn();
        List<Told> seen = new ArrayList<>();
        AlertView.Follower follower = seen::add;
        seen.addAll(Objects.requireNonNull(view.follow(ASIA, 1, follower)).missed());
        topics.addRecord(record(alert("c", "asia", T0), 2));
        topics.addRecord(record(alert("w", "world", T0), 0));
        reader.turn();
        view.leave(ASIA, follower);
        topics.addRecord(record(alert("d", "asia", T0), 3));
        reader.turn();

        assertThat(seen).extracting(told -> told.id().value()).containsExactly("b", "c");
    }

    @Test
    void shouldKeepAnAlertOnOneLineHoweverItWasWritten() {
        String json = new String(record(alert("a", "asia", T0), 0).value(), StandardCharsets.UTF_8);
        String lines = json.replace("{", "{\n").replace(",\"", ",\r\n\"");
        topics.addRecord(record(ASIAS.topic(), lines.getBytes(StandardCharsets.UTF_8), 0));
        reader.turn();

        Told told = Objects.requireNonNull(view.find(new AlertId("a")));
        assertThat(new String(told.whole().bytes(), StandardCharsets.UTF_8)).doesNotContain("\n", "\r");
        assertThat(told.alert()).isEqualTo(alert("a", "asia", T0));
    }

    private static List<String> ids(AlertView view) {
        return view.find(ALL, null).map(told -> told.id().value()).toList();
    }
}
