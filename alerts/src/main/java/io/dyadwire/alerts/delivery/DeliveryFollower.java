package io.dyadwire.alerts.delivery;

import io.dyadwire.alerts.notify.Channel;
import io.dyadwire.alerts.notify.WholeTopics;
import io.dyadwire.contract.alert.ChannelState;
import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.alert.Delivery;
import io.dyadwire.contract.alert.DeliveryState;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a {@link DeliveryBook} at the end of {@code news.deliveries} and {@code news.channels}, and passes on what people ask for
 * there.
 */
public final class DeliveryFollower implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryFollower.class);
    private static final Duration WAIT = Duration.ofMillis(100);

    private final Consumer<String, byte[]> consumer;
    private final DeliveryBook book;
    private final WholeTopics whole;
    private final Queue<CompletableFuture<Void>> asked = new ConcurrentLinkedQueue<>();
    private final List<Goal> goals = new ArrayList<>();
    private volatile Asked people = Asked.NOBODY;

    private record Goal(Map<TopicPartition, Long> ends, CompletableFuture<Void> reached) {}

    /** Told of what people ask for. */
    interface Asked {
        Asked NOBODY = new Asked() {
            @Override
            public void again(Delivery delivery) {}

            @Override
            public void set(ChannelStatus status) {}
        };

        /** This one is to be tried again. */
        void again(Delivery delivery);

        /** This channel is to be switched on or off. */
        void set(ChannelStatus status);
    }

    /** @param consumer reads committed records, without a group; becomes its own */
    DeliveryFollower(Consumer<String, byte[]> consumer, DeliveryBook book) {
        this.consumer = consumer;
        this.book = book;
        this.whole = new WholeTopics(consumer, Topics.DELIVERIES, Topics.CHANNELS);
    }

    void passOn(Asked to) {
        people = to;
    }

    /** Done once everything is in the book that was on the topics when this was called. */
    CompletableFuture<Void> caughtUp() {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        asked.add(reached);
        return reached;
    }

    @Override
    public String name() {
        return "deliveries";
    }

    @Override
    public boolean turn() {
        CompletableFuture<Void> fresh = asked.poll();
        if (fresh != null) {
            goals.add(new Goal(whole.ends(), fresh));
        }
        consumer.poll(goals.isEmpty() && asked.isEmpty() ? WAIT : Duration.ofMillis(10))
                .forEach(this::take);
        goals.removeIf(this::isReached);
        return true;
    }

    private boolean isReached(Goal goal) {
        boolean reached = whole.reached(goal.ends());
        if (reached) {
            goal.reached().complete(null);
        }
        return reached;
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            if (record.topic().equals(Topics.CHANNELS.name())) {
                take(Topics.CHANNELS.valueSerde().read(record.value()));
            } else {
                take(Topics.DELIVERIES.valueSerde().read(record.value()));
            }
        } catch (SerializationException e) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", e.getMessage())
                    .log("neither a delivery nor a channel's status, left out");
        }
    }

    private void take(Delivery delivery) {
        book.take(delivery);
        if (delivery.by() != null && delivery.state() == DeliveryState.WAITING) {
            people.again(delivery);
        }
    }

    private void take(ChannelStatus status) {
        book.take(status);
        if (status.by() != null && status.state() != ChannelState.FAILING) {
            people.set(status);
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
}
