package io.dyadwire.alerts.notify.webhook;

import io.dyadwire.alerts.notify.Channel;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.Delivery;
import io.dyadwire.contract.alert.DeliveryState;
import io.dyadwire.contract.json.JsonSerde;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the alerts of one desk to its webhook, in order, each at least once: deliver, write down, then commit the place
 * in the topic. While one is waited for, the partitions are paused and the group is still polled, so that the desk keeps
 * its place however long the receiver is away.
 */
public final class WebhookNotifier implements Channel {
    static final String CHANNEL = "webhook";

    private static final Logger LOG = LoggerFactory.getLogger(WebhookNotifier.class);
    private static final Duration WAIT = Duration.ofMillis(500);

    private final DeskId desk;
    private final Consumer<String, byte[]> consumer;
    private final WebhookSender sender;
    private final DeliveryLog log;
    private final WebhookConfig config;
    private final RetrySchedule schedule;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final JsonSerde<Alert> json = Topics.ALERTS.valueSerde();
    private final Deque<ConsumerRecord<String, byte[]>> waiting = new ArrayDeque<>();
    private int failed;
    private long notBefore;

    /**
     * Reads with this consumer, which becomes its own.
     *
     * @param schedule how long to wait between attempts
     * @param clock for the time of a delivery
     * @param nanoTime for waiting: a clock that nobody sets
     */
    WebhookNotifier(
            DeskId desk,
            Consumer<String, byte[]> consumer,
            WebhookSender sender,
            DeliveryLog log,
            WebhookConfig config,
            RetrySchedule schedule,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.desk = desk;
        this.consumer = consumer;
        this.sender = sender;
        this.log = log;
        this.config = config;
        this.schedule = schedule;
        this.clock = clock;
        this.nanoTime = nanoTime;
        consumer.subscribe(List.of(Topics.alertsOf(desk).name()), new StartAnew());
    }

    /** One that waits in real time. */
    public static WebhookNotifier of(
            DeskId desk,
            Consumer<String, byte[]> consumer,
            WebhookSender sender,
            DeliveryLog log,
            WebhookConfig config,
            InstantSource clock) {
        RetrySchedule schedule = new RetrySchedule(config, Math::random);
        return new WebhookNotifier(desk, consumer, sender, log, config, schedule, clock, System::nanoTime);
    }

    @Override
    public String name() {
        return CHANNEL + " of " + desk;
    }

    @Override
    public boolean turn() {
        consumer.poll(untilNext()).forEach(waiting::add);
        if (waiting.isEmpty()) {
            consumer.resume(consumer.paused());
            return true;
        }
        consumer.pause(consumer.assignment());
        return untilNext().isPositive() || deliver(waiting.getFirst());
    }

    private Duration untilNext() {
        if (waiting.isEmpty()) {
            return WAIT;
        }
        Duration left = Duration.ofNanos(failed == 0 ? 0 : notBefore - nanoTime.getAsLong());
        return left.compareTo(WAIT) > 0 ? WAIT : left.isNegative() ? Duration.ZERO : left;
    }

    private boolean deliver(ConsumerRecord<String, byte[]> record) {
        Alert alert = read(record);
        if (alert == null) {
            done(record);
            return true;
        }
        return switch (sender.send(alert)) {
            case Attempt.Delivered() -> {
                write(alert, DeliveryState.DELIVERED, null);
                done(record);
                yield true;
            }
            case Attempt.Gone() -> {
                // Not committed: after a restart, with another address perhaps, it is the first to be sent.
                write(alert, DeliveryState.FAILED, "HTTP 410: the receiver wants nothing more");
                LOG.atError().addKeyValue("deskId", desk).log("webhook is gone (410), off until the next start");
                yield false;
            }
            case Attempt.Failed(String error, Duration after) -> {
                waitOrGiveUp(record, alert, error, after);
                yield true;
            }
        };
    }

    private void waitOrGiveUp(
            ConsumerRecord<String, byte[]> record, Alert alert, String error, @Nullable Duration after) {
        failed++;
        if (failed >= config.attempts()) {
            failed--;
            write(alert, DeliveryState.FAILED, error);
            done(record);
            return;
        }
        Duration delay = schedule.after(failed, after);
        notBefore = nanoTime.getAsLong() + delay.toNanos();
        LOG.atWarn()
                .addKeyValue("deskId", desk)
                .addKeyValue("alertId", alert.id())
                .addKeyValue("attempts", failed)
                .addKeyValue("delay", delay)
                .addKeyValue("reason", error)
                .log("webhook failed, will be tried again");
    }

    private void write(Alert alert, DeliveryState state, @Nullable String error) {
        log.write(new Delivery(alert.id(), desk, CHANNEL, state, failed + 1, clock.instant(), error));
    }

    private void done(ConsumerRecord<String, byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        consumer.commitSync(Map.of(partition, new OffsetAndMetadata(record.offset() + 1)));
        waiting.removeFirst();
        failed = 0;
    }

    private @Nullable Alert read(ConsumerRecord<String, byte[]> record) {
        try {
            return json.deserializer().deserialize(record.topic(), record.value());
        } catch (SerializationException e) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", e.getMessage())
                    .log("not an alert, skipped");
            return null;
        }
    }

    @Override
    public void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** Another instance has the desk now, or we have it again: what was waiting is read anew from the committed place. */
    private final class StartAnew implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            waiting.clear();
            failed = 0;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            waiting.clear();
            failed = 0;
        }
    }
}
