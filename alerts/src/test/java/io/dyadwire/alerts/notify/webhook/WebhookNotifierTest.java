package io.dyadwire.alerts.notify.webhook;

import static io.dyadwire.alerts.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.alerts.rules.Webhook;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertDeadline;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.alert.AlertRule;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.alert.Delivery;
import io.dyadwire.contract.alert.DeliveryState;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.outbound.OutboundClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookNotifierTest {
    private static final DeskId DESK = new DeskId("asia");
    private static final TopicPartition PARTITION =
            new TopicPartition(Topics.alertsOf(DESK).name(), 0);
    private static final WebhookConfig CONFIG = new WebhookConfig(3, Duration.ofSeconds(5), Duration.ofMinutes(1));
    private static final WebhookSecret SECRET = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private final Receiver receiver = new Receiver();
    private final OutboundClient client = new OutboundClient(Receiver.outbound());
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicLong nanoTime = new AtomicLong();
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    private final MockProducer<String, Delivery> producer = new MockProducer<>(
            true,
            null,
            Topics.DELIVERIES.keySerde().serializer(),
            Topics.DELIVERIES.valueSerde().serializer());
    private WebhookNotifier notifier;
    private long offset;

    @BeforeEach
    void start() {
        notifier = new WebhookNotifier(
                DESK,
                consumer,
                new WebhookSender(client, new Webhook(receiver.url(), Path.of("unread")), SECRET, () -> T0),
                new DeliveryLog(producer, registry),
                CONFIG,
                new RetrySchedule(CONFIG, () -> 0.5),
                () -> T0,
                nanoTime::get);
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.rebalance(List.of(PARTITION));
    }

    @AfterEach
    void stop() {
        receiver.close();
        client.close();
    }

    @Test
    void shouldPostSignedRecordThenCommit() throws Exception {
        Alert alert = arrives("one");

        notifier.turn();

        Receiver.Message message = receiver.messages().getFirst();
        assertThat(message.header("Content-type")).startsWith("application/json");
        assertThat(message.header("Webhook-id")).isEqualTo(alert.id().value());
        assertThat(message.header("Webhook-timestamp")).isEqualTo(Long.toString(T0.getEpochSecond()));
        assertThat(message.header("Webhook-signature"))
                .isEqualTo(SECRET.sign(alert.id().value(), T0.getEpochSecond(), message.body()));
        JsonNode body = Json.mapper().readTree(message.body());
        assertThat(body.path("type").asText()).isEqualTo("io.dyadwire.alert.reminder.v1");
        assertThat(body.path("timestamp").asText()).isEqualTo("2019-08-14T03:00:00Z");
        assertThat(Json.mapper().treeToValue(body.path("data"), Alert.class)).isEqualTo(alert);
        assertThat(deliveries())
                .containsExactly(new Delivery(alert.id(), DESK, "webhook", DeliveryState.DELIVERED, 1, T0, null));
        assertThat(committed()).isEqualTo(1);
        assertThat(registry.get("dyadwire.alerts.deliveries")
                        .tags("desk", "asia", "channel", "webhook", "state", "delivered")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void shouldTryAgainWithTheSameIdAndHoldTheNextBack() {
        Alert first = arrives("one");
        arrives("two");
        receiver.answer("503", "500");

        turns(5);
        assertThat(receiver.messages()).hasSize(1);
        assertThat(consumer.paused()).containsExactly(PARTITION);

        after(Duration.ofSeconds(5));
        turns(5);
        after(Duration.ofSeconds(10));
        turns(5);

        assertThat(receiver.messages())
                .extracting(message -> message.header("Webhook-id"))
                .containsExactly(
                        first.id().value(),
                        first.id().value(),
                        first.id().value(),
                        AlertId.of("two").value());
        assertThat(deliveries()).extracting(Delivery::attempts).containsExactly(3, 1);
        assertThat(committed()).isEqualTo(2);
        assertThat(consumer.paused()).isEmpty();
    }

    @Test
    void shouldWaitAsLongAsTheReceiverAsks() {
        arrives("one");
        receiver.answer("429 30");

        turns(2);
        after(Duration.ofSeconds(29));
        turns(2);
        assertThat(receiver.messages()).hasSize(1);

        after(Duration.ofSeconds(1));
        turns(2);
        assertThat(receiver.messages()).hasSize(2);
    }

    @Test
    void shouldGiveUpAtTheLimitAndGoOnWithTheNext() {
        arrives("one");
        arrives("two");
        receiver.answer("500", "302", "404");

        for (int i = 0; i < 4; i++) {
            turns(2);
            after(Duration.ofMinutes(1));
        }

        assertThat(deliveries())
                .extracting(Delivery::state, Delivery::attempts, Delivery::error)
                .containsExactly(tuple(DeliveryState.FAILED, 3, "HTTP 404"), tuple(DeliveryState.DELIVERED, 1, null));
        assertThat(committed()).isEqualTo(2);
    }

    @Test
    void shouldSwitchOffWhenTheReceiverIsGoneAndKeepItsPlace() {
        arrives("one");
        receiver.answer("410");

        assertThat(notifier.turn()).isFalse();

        assertThat(deliveries()).extracting(Delivery::state).containsExactly(DeliveryState.FAILED);
        assertThat(consumer.committed(Set.of(PARTITION)).get(PARTITION)).isNull();
    }

    @Test
    void shouldSkipWhatIsNoAlert() {
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, offset++, "key", new byte[] {1, 2}));
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, offset++, "key", null));
        arrives("one");

        turns(4);

        assertThat(receiver.messages()).hasSize(1);
        assertThat(committed()).isEqualTo(3);
    }

    @Test
    void shouldKeepTheAddressOutOfTheError() {
        receiver.close();
        arrives("one");

        for (int i = 0; i < 4; i++) {
            turns(2);
            after(Duration.ofMinutes(1));
        }

        assertThat(deliveries()).singleElement().satisfies(delivery -> assertThat(delivery.error())
                .startsWith("no connection: ")
                .doesNotContain("/hook"));
    }

    private Alert arrives(String name) {
        Alert alert = new Alert(
                AlertId.of(name),
                AlertType.REMINDER,
                DESK,
                new AlertRule(new RuleId("own"), "Own", 1),
                T0,
                "3 days left.",
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new AlertDeadline(
                        "rule:own",
                        "decision",
                        DeadlineKind.DEADLINE,
                        new PartialDate("2019-08-17"),
                        3,
                        null,
                        null,
                        null)));
        byte[] value = Topics.ALERTS.valueSerde().write(alert);
        consumer.addRecord(
                new ConsumerRecord<>(PARTITION.topic(), 0, offset++, alert.id().value(), value));
        return alert;
    }

    private void turns(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(notifier.turn()).isTrue();
        }
    }

    private void after(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }

    private List<Delivery> deliveries() {
        return producer.history().stream().map(ProducerRecord::value).toList();
    }

    private long committed() {
        return consumer.committed(Set.of(PARTITION)).get(PARTITION).offset();
    }
}
