package io.dyadwire.alerts.delivery;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.alert.Delivery;
import io.dyadwire.contract.alert.DeliveryState;
import io.dyadwire.contract.deadletter.DeadLetter;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what became of each alert on each channel. Does not wait for the brokers; what is to happen once they have it is
 * told with it. Thread-safe.
 *
 * <p>Counters: {@code dyadwire.alerts.deliveries} by desk, channel and state.
 */
final class DeliveryLog {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLog.class);
    private static final String STAGE = "deliver";

    private final Producer<String, byte[]> producer;
    private final MeterRegistry registry;
    private volatile @Nullable Exception failure;

    /** @param producer with {@code acks=all}; not closed by this */
    DeliveryLog(Producer<String, byte[]> producer, MeterRegistry registry) {
        this.producer = producer;
        this.registry = registry;
    }

    /**
     * Writes it down.
     *
     * @param then called once the brokers have it, by a thread that must not be held up
     * @return done after that
     */
    CompletableFuture<Void> write(Delivery delivery, Runnable then) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        send(Topics.DELIVERIES, delivery, delivery.at(), () -> {
            then.run();
            written.complete(null);
        });
        registry.counter(
                        "dyadwire.alerts.deliveries",
                        "desk",
                        delivery.desk().value(),
                        "channel",
                        delivery.channel(),
                        "state",
                        delivery.state().name().toLowerCase(Locale.ROOT))
                .increment();
        if (delivery.state() == DeliveryState.FAILED && delivery.offset() != null) {
            letter(delivery, delivery.offset());
        }
        return written;
    }

    /** Done once the brokers have it. */
    CompletableFuture<Void> write(ChannelStatus status) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        send(Topics.CHANNELS, status, status.at(), () -> written.complete(null));
        return written;
    }

    private void letter(Delivery delivery, long offset) {
        Topic<Alert> topic = Topics.alertsOf(delivery.desk());
        String reason = "channel " + delivery.channel() + ": " + delivery.error();
        Instant at = delivery.at();
        String key = delivery.alertId().value();
        send(Topics.DEAD_LETTERS, new DeadLetter(STAGE, reason, topic.name(), 0, offset, at, key, null, 0), at, null);
        LOG.atError()
                .addKeyValue("deskId", delivery.desk())
                .addKeyValue("channel", delivery.channel())
                .addKeyValue("alertId", delivery.alertId())
                .addKeyValue("attempts", delivery.attempts())
                .addKeyValue("reason", delivery.error())
                .log("alert could not be delivered");
    }

    private <V> void send(Topic<V> topic, V value, Instant at, @Nullable Runnable then) {
        var record = new ProducerRecord<>(
                topic.name(),
                null,
                at.toEpochMilli(),
                topic.key().apply(value),
                topic.valueSerde().write(value),
                topic.headers(value));
        Future<RecordMetadata> unused = producer.send(record, (place, problem) -> {
            if (problem != null) {
                failure = problem;
            } else if (then != null) {
                then.run();
            }
        });
    }

    /** What kept the brokers from taking a record; null when nothing did. */
    @Nullable
    Exception failure() {
        return failure;
    }

    /** Waits until the brokers have all. */
    void flush() {
        producer.flush();
    }
}
