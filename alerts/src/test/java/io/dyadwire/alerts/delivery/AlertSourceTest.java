package io.dyadwire.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.topic.Topics;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Alerts that are read again, of several desks in turn. */
class AlertSourceTest {
    private static final DeskId EAST = new DeskId("east");
    private static final DeskId WEST = new DeskId("west");

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    private final AtomicInteger opened = new AtomicInteger();
    private final AlertSource source = new AlertSource(() -> {
        opened.incrementAndGet();
        return consumer;
    });

    @Test
    void shouldKeepEachDeskWhileOthersAreAskedAbout() throws Exception {
        willCome(EAST, 4, "one", "two");
        assertThat(source.at(EAST, 4)).isEqualTo(Alerts.alert("one", EAST));
        willCome(WEST, 9, "three");
        assertThat(source.at(WEST, 9)).isEqualTo(Alerts.alert("three", WEST));

        assertThat(source.at(EAST, 5)).as("came with the first").isEqualTo(Alerts.alert("two", EAST));
        assertThat(consumer.assignment()).containsExactlyInAnyOrder(partition(EAST), partition(WEST));
        assertThat(consumer.paused()).containsExactly(partition(EAST));
        assertThat(opened).hasValue(1);
    }

    @Test
    void shouldSayWhenAnAlertIsGone() throws Exception {
        willCome(EAST, 7, "later");

        assertThat(source.at(EAST, 3)).isNull();
    }

    private void willCome(DeskId desk, long offset, String... names) {
        consumer.schedulePollTask(() -> {
            for (int i = 0; i < names.length; i++) {
                Alert alert = Alerts.alert(names[i], desk);
                consumer.addRecord(new ConsumerRecord<>(
                        Topics.alertsOf(desk).name(),
                        0,
                        offset + i,
                        alert.id().value(),
                        Topics.ALERTS.valueSerde().serializer().serialize("", alert)));
            }
        });
        consumer.updateBeginningOffsets(Map.of(partition(desk), 0L));
    }

    private static TopicPartition partition(DeskId desk) {
        return new TopicPartition(Topics.alertsOf(desk).name(), 0);
    }
}
