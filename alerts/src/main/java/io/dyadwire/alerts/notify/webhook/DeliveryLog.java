package io.dyadwire.alerts.notify.webhook;

import io.dyadwire.contract.alert.Delivery;
import io.dyadwire.contract.alert.DeliveryState;
import io.dyadwire.contract.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what became of each alert, and waits until the brokers have it. Thread-safe.
 *
 * <p>Counters: {@code dyadwire.alerts.deliveries} by desk, channel and state.
 */
public final class DeliveryLog {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLog.class);

    private final Producer<String, Delivery> producer;
    private final MeterRegistry registry;

    /**
     * A log on this producer.
     *
     * @param producer with {@code acks=all}; not closed by this
     */
    public DeliveryLog(Producer<String, Delivery> producer, MeterRegistry registry) {
        this.producer = producer;
        this.registry = registry;
    }

    /** @throws KafkaException when the brokers did not take it */
    void write(Delivery delivery) {
        try {
            producer.send(Topics.DELIVERIES.record(delivery, delivery.at())).get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        }
        registry.counter(
                        "dyadwire.alerts.deliveries",
                        "desk",
                        delivery.desk().value(),
                        "channel",
                        delivery.channel(),
                        "state",
                        delivery.state().name().toLowerCase(Locale.ROOT))
                .increment();
        if (delivery.state() == DeliveryState.FAILED) {
            LOG.atError()
                    .addKeyValue("deskId", delivery.desk())
                    .addKeyValue("channel", delivery.channel())
                    .addKeyValue("alertId", delivery.alertId())
                    .addKeyValue("attempts", delivery.attempts())
                    .addKeyValue("reason", delivery.error())
                    .log("alert could not be delivered");
        }
    }
}
