package io.dyadwire.alerts.feed;

import static io.dyadwire.alerts.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.alerts.channel.http.Receiver;
import io.dyadwire.alerts.told.TestAlerts;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.outbound.OutboundClient;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a hub is told, over HTTP. */
class HubNotifierTest {
    private static final DeskId ASIA = new DeskId("asia");
    private static final TopicPartition PARTITION = new TopicPartition("news.alerts.asia", 0);

    private final Receiver receiver = new Receiver();
    private final OutboundClient client = new OutboundClient(Receiver.outbound());
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    private Instant now = T0;
    private HubNotifier notifier;

    @BeforeEach
    void start() {
        FeedHub hub = new FeedHub(receiver.url(), URI.create("https://alerts.desk.example"));
        notifier = new HubNotifier(consumer, List.of(ASIA), hub, client, () -> now);
        consumer.rebalance(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    }

    @AfterEach
    void stop() {
        notifier.close();
        client.close();
        receiver.close();
    }

    @Test
    void shouldTellOfTheFeedsOfTheDeskAndOfTheRule() {
        consumer.addRecord(TestAlerts.record(TestAlerts.alert("a", "asia", T0), 0));
        turn(0);
        assertThat(receiver.messages()).as("more may come").isEmpty();
        turn(1);
        turn(1);

        assertThat(receiver.messages())
                .extracting(Receiver.Message::body)
                .containsExactlyInAnyOrder(
                        "hub.mode=publish&hub.url=https%3A%2F%2Falerts.desk.example%2Ffeeds%2Fasia.atom",
                        "hub.mode=publish&hub.url=https%3A%2F%2Falerts.desk.example%2Ffeeds%2Fasia%2Ftalks.atom");
        assertThat(receiver.messages().getFirst().header("Content-type"))
                .startsWith("application/x-www-form-urlencoded");
        assertThat(consumer.committed(Set.of(PARTITION)).get(PARTITION).offset())
                .isEqualTo(1);
    }

    @Test
    void shouldTellAgainWhatTheHubDidNotTake() {
        receiver.answer("503", "503");
        consumer.addRecord(TestAlerts.record(TestAlerts.alert("a", "asia", T0), 0));
        turn(0);
        turn(1);
        turn(1);
        turn(5);
        assertThat(receiver.messages()).hasSize(2);
        turn(6);
        turn(6);
        turn(60);

        assertThat(receiver.messages()).hasSize(4);
    }

    private void turn(int second) {
        now = T0.plusSeconds(second);
        notifier.turn();
    }
}
