package io.dyadwire.alerts.delivery;

import io.dyadwire.alerts.channel.Told;
import io.dyadwire.alerts.notify.Channel;
import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.ChannelState;
import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.alert.Delivery;
import io.dyadwire.contract.topic.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the alerts of each desk to its channels, each at least once. Several instances divide the desks by a consumer group:
 * whoever has a desk's topic has all its channels. The place in the topic moves on when for every channel it is written down
 * that the alert was delivered, waits or was given up; who reads it again after a kill goes by that.
 *
 * <p>Gauges: {@code dyadwire.alerts.channel.waiting} and {@code dyadwire.alerts.channel.up} (1, 0.5 failing, 0 off) by desk and
 * channel, of those that this instance has.
 */
public final class Deliverer implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final Duration READ_WITHIN = Duration.ofMinutes(2);

    private final BlockingQueue<DeskChannels> changes = new LinkedBlockingQueue<>();
    private final MeterRegistry registry;
    private final Consumer<String, byte[]> consumer;
    private final DeliveryFollower follower;
    private final DeliveryBook book;
    private final Lane.Setting setting;
    private final Map<TopicPartition, DeskLanes> running = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private DeskChannels served;

    /**
     * Reads with this consumer, which becomes its own.
     *
     * @param served to begin with
     */
    Deliverer(
            DeskChannels served,
            Consumer<String, byte[]> consumer,
            DeliveryFollower follower,
            DeliveryBook book,
            Lane.Setting setting,
            MeterRegistry registry) {
        this.served = served;
        this.registry = registry;
        this.consumer = consumer;
        this.follower = follower;
        this.book = book;
        this.setting = setting;
        follower.passOn(new People());
        begin();
    }

    private void begin() {
        served.endpoints().forEach(endpoint -> {
            gauge("dyadwire.alerts.channel.waiting", endpoint.id(), Lane::waiting);
            gauge("dyadwire.alerts.channel.up", endpoint.id(), lane -> up(lane.state()));
        });
        consumer.subscribe(served.topics(), new Division());
    }

    /** Serves these from the next turn on, and no others. */
    void serve(DeskChannels others) {
        changes.add(others);
    }

    private void gauge(String name, EndpointId id, ToDoubleFunction<Lane> value) {
        Gauge.builder(name, this, deliverer -> {
                    Lane lane = deliverer.find(id);
                    return lane == null ? Double.NaN : value.applyAsDouble(lane);
                })
                .tag("desk", id.desk().value())
                .tag("channel", id.channel())
                .register(registry);
    }

    private static double up(ChannelState state) {
        return switch (state) {
            case UP -> 1;
            case FAILING -> 0.5;
            case OFF -> 0;
        };
    }

    @Override
    public String name() {
        return "delivery";
    }

    @Override
    public boolean turn() {
        Exception problem = setting.log().failure();
        if (problem != null) {
            throw new IllegalStateException(
                    "what was delivered cannot be written down: " + problem.getMessage(), problem);
        }
        boolean idle = consumer.subscription().isEmpty();
        DeskChannels others = idle ? nextChange() : changes.poll();
        if (others != null) {
            change(others);
        } else if (!idle) {
            deliver();
        }
        return true;
    }

    private void deliver() {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(WAIT)) {
            take(record);
        }
        holdBack();
        commit();
    }

    private @Nullable DeskChannels nextChange() {
        try {
            return changes.poll(WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** As after a restart: what is under way is read again, where it is not written down that it arrived. */
    private void change(DeskChannels others) {
        Map<TopicPartition, DeskLanes> before = Map.copyOf(running);
        end(before.keySet());
        commit();
        forget(before.keySet());
        served.close();
        served = others;
        begin();
        Set<String> topics = others.topics();
        List<TopicPartition> ours = before.keySet().stream()
                .filter(partition -> topics.contains(partition.topic()))
                .toList();
        for (TopicPartition partition : ours) {
            long reached = before.get(partition).progress().reached();
            if (reached >= 0) {
                consumer.seek(partition, reached);
            }
        }
        beginOnceRead(ours);
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        DeskLanes lanes = running.get(new TopicPartition(record.topic(), record.partition()));
        if (lanes == null) {
            return;
        }
        try {
            Alert alert =
                    record.value() == null ? null : Topics.ALERTS.valueSerde().read(record.value());
            if (alert != null) {
                lanes.offer(alert, record.offset(), book);
                return;
            }
        } catch (SerializationException e) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", e.getMessage())
                    .log("not an alert, skipped");
        }
        lanes.progress().read(record.offset());
    }

    /** Reads no further of a desk whose channels are too far behind. */
    private void holdBack() {
        List<TopicPartition> pause = new ArrayList<>();
        List<TopicPartition> resume = new ArrayList<>();
        running.forEach(
                (partition, lanes) -> (lanes.progress().span() >= DeliveryBook.WINDOW ? pause : resume).add(partition));
        consumer.pause(pause);
        consumer.resume(resume);
    }

    private void commit() {
        Map<TopicPartition, OffsetAndMetadata> reached = new HashMap<>();
        running.forEach((partition, lanes) -> {
            long offset = lanes.progress().reached();
            if (offset >= 0 && offset != committed.getOrDefault(partition, -1L)) {
                reached.put(partition, new OffsetAndMetadata(offset));
            }
        });
        if (!reached.isEmpty()) {
            consumer.commitSync(reached);
            reached.forEach((partition, offset) -> committed.put(partition, offset.offset()));
        }
    }

    private @Nullable Lane find(EndpointId id) {
        return running.values().stream()
                .filter(lanes -> lanes.desk().equals(id.desk()))
                .map(lanes -> lanes.find(id))
                .filter(lane -> lane != null)
                .findFirst()
                .orElse(null);
    }

    private void begin(TopicPartition partition) {
        Desk desk = served.of(partition);
        Progress progress = new Progress();
        List<Lane> lanes = served.of(desk.id()).stream()
                .map(endpoint -> new Lane(endpoint, setting, progress, book.status(endpoint.id()), this::tellOthers))
                .toList();
        running.put(partition, new DeskLanes(desk.id(), desk.plan().route(), lanes, progress));
        for (Lane lane : lanes) {
            book.waiting(lane.id()).forEach(delivery -> lane.resume(delivery, delivery.offset()));
            lane.start();
        }
    }

    private void beginOnceRead(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        try {
            // Whoever had them before has written down what it did.
            follower.caughtUp().get(READ_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("what was delivered could not be read: " + e, e);
        }
        partitions.forEach(this::begin);
    }

    /** The desk hears of it on its other channels, as far as they work. */
    private void tellOthers(ChannelStatus status, int undelivered) {
        LOG.atError()
                .addKeyValue("deskId", status.desk())
                .addKeyValue("channel", status.channel())
                .addKeyValue("undelivered", undelivered)
                .addKeyValue("reason", status.error())
                .log("channel is off until somebody switches it on");
        Told.OfChannel word = new Told.OfChannel(status, undelivered);
        for (DeskLanes lanes : running.values()) {
            if (lanes.desk().equals(status.desk())) {
                lanes.lanes().stream()
                        .filter(lane -> !lane.id().channel().equals(status.channel()))
                        .forEach(lane -> lane.tell(word));
            }
        }
    }

    private void end(Collection<TopicPartition> partitions) {
        List<DeskLanes> ending = partitions.stream()
                .map(running::get)
                .filter(lanes -> lanes != null)
                .toList();
        ending.parallelStream().flatMap(lanes -> lanes.lanes().stream()).forEach(Lane::close);
        setting.log().flush();
    }

    private void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(running::remove);
        partitions.forEach(committed::remove);
    }

    @Override
    public void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        List<TopicPartition> all = List.copyOf(running.keySet());
        end(all);
        try {
            commit();
        } catch (KafkaException e) {
            LOG.atWarn()
                    .addKeyValue("reason", e.getMessage())
                    .log("the place could not be written down; it is read again");
        }
        forget(all);
        consumer.close();
        setting.source().close();
        served.close();
    }

    /** Which desks are ours. */
    private final class Division implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            beginOnceRead(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            end(partitions);
            try {
                commit();
            } finally {
                forget(partitions);
            }
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            end(partitions);
            forget(partitions);
        }
    }

    /** What people ask for goes to the lane, when it is here. */
    private final class People implements DeliveryFollower.Asked {
        @Override
        public void again(Delivery delivery) {
            Lane lane = find(EndpointId.of(delivery));
            Long offset = delivery.offset();
            if (lane != null && offset != null) {
                lane.resume(delivery, offset);
            }
        }

        @Override
        public void set(ChannelStatus status) {
            Lane lane = find(EndpointId.of(status));
            if (lane != null) {
                lane.set(status);
            }
        }
    }
}
