package io.dyadwire.ingest.publish;

import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The membership of this instance in the group that divides the feeds: a consumer of {@code news.feed-sources}. Who is
 * given a partition of that topic polls its feeds, whose states are in the same partition of {@code news.feeds}.
 *
 * <p>An instance that is not heard of loses its partitions. Should it come back, it can write to none of them: opening a
 * partition fences whoever wrote it before. A second instance under our name ends us: {@link #fatal()}.
 */
public final class ShardGroup implements Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ShardGroup.class);
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final Duration LEAVE_WITHIN = Duration.ofSeconds(3);
    private static final Duration COMMIT_WITHIN = Duration.ofSeconds(5);

    /** How often the list of feeds is looked at. */
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** One line in the log in so long while the broker is away. */
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Connections connections;
    private final Wanted polling;
    private final Supplier<Optional<List<FeedSource>>> changes;
    private final InstantSource clock;
    private final Duration retryEvery;
    private final SharedBook book = new SharedBook();
    private final ConcurrentMap<Integer, Shard> shards = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> reading = new HashMap<>();
    private final AtomicBoolean confirm = new AtomicBoolean();
    private final CountDownLatch stop = new CountDownLatch(1);
    private List<FeedSource> list;
    private long lastLook = System.nanoTime();
    private volatile long lastWarning = System.nanoTime() - QUIET_NANOS;
    private volatile boolean joined;
    private volatile @Nullable String trouble;
    private volatile @Nullable String fatal;
    private volatile @Nullable Consumer<String, byte[]> member;

    /**
     * @param polling is told which feeds to poll
     * @param list of the feeds that are wanted
     * @param changes that list anew, once it has changed
     */
    public ShardGroup(
            Connections connections,
            Wanted polling,
            List<FeedSource> list,
            Supplier<Optional<List<FeedSource>>> changes,
            InstantSource clock,
            Duration retryEvery) {
        this.connections = connections;
        this.polling = polling;
        this.list = list;
        this.changes = changes;
        this.clock = clock;
        this.retryEvery = retryEvery;
    }

    /** Why feeds are not polled just now; empty when they are. */
    public Optional<String> problem() {
        if (fatal != null) {
            return Optional.of(fatal);
        }
        if (trouble != null || !joined) {
            return Optional.of(trouble == null ? "not connected to Kafka yet" : trouble);
        }
        return shards.values().stream()
                .filter(shard -> !shard.feeds().isLive())
                .map(shard -> "partition " + shard.partition() + " of the feeds is being read")
                .findFirst();
    }

    /** Why no feed can ever be polled again; empty when it can. */
    public Optional<String> fatal() {
        return Optional.ofNullable(fatal);
    }

    @Override
    public void run() {
        try {
            while (!stopped() && fatal == null) {
                beMember();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            fatal = "the division of the feeds broke: " + e;
            LOG.atError().setCause(e).log("Ingest stops: the division of the feeds broke");
        }
    }

    private void beMember() throws InterruptedException {
        try {
            connections.topics().run();
            Consumer<String, byte[]> consumer = connections.members().get();
            member = consumer;
            try {
                consumer.subscribe(List.of(Topics.FEED_SOURCES.name()), new Division(consumer));
                while (!stopped()) {
                    work(consumer);
                }
            } finally {
                closeShards(shards.keySet(), stopped() ? COMMIT_WITHIN : Duration.ZERO);
                consumer.close(CloseOptions.timeout(LEAVE_WITHIN));
            }
        } catch (WakeupException e) {
            LOG.atDebug().log("Told to stop");
        } catch (FencedInstanceIdException e) {
            fatal = "another ingest runs under the name of this instance: give each its own";
            LOG.atError().setCause(e).log("Ingest stops: {}", fatal);
        } catch (KafkaException e) {
            warn(BrokerTrouble.of("asking Kafka", e));
            stop.await(retryEvery.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void work(Consumer<String, byte[]> consumer) {
        if (confirm.getAndSet(false)) {
            consumer.enforceRebalance("to hear which partitions are still ours");
        }
        consumer.poll(WAIT).forEach(this::deliver);
        for (TopicPartition read : List.copyOf(reading.keySet())) {
            if (consumer.position(read) >= reading.get(read)) {
                reading.remove(read);
                shards.get(read.partition()).feeds().begin(ofPartition(read.partition()));
            }
        }
        if (System.nanoTime() - lastLook >= LOOK_NANOS) {
            lastLook = System.nanoTime();
            changes.get().ifPresent(changed -> {
                list = changed;
                shards.values().forEach(shard -> shard.feeds().listed(ofPartition(shard.partition())));
            });
        }
    }

    private List<FeedSource> ofPartition(int partition) {
        return list.stream()
                .filter(source -> Topics.FEED_SOURCES.partitionOf(source.feedId()) == partition)
                .toList();
    }

    private void deliver(ConsumerRecord<String, byte[]> record) {
        Shard shard = shards.get(record.partition());
        if (shard == null) {
            return;
        }
        try {
            shard.feeds()
                    .defined(
                            record.key(),
                            Topics.FEED_SOURCES
                                    .valueSerde()
                                    .deserializer()
                                    .deserialize(record.topic(), record.value()));
        } catch (SerializationException e) {
            LOG.atError()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .setCause(e)
                    .log("Not a feed, ignored");
        }
    }

    /** What becomes of our partitions when the group divides them anew. */
    private final class Division implements ConsumerRebalanceListener {
        private final Consumer<String, byte[]> consumer;

        private Division(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> added) {
            joined = true;
            trouble = null;
            if (!added.isEmpty()) {
                consumer.seekToBeginning(added);
                reading.putAll(consumer.endOffsets(added));
                added.forEach(one -> shards.put(one.partition(), shard(one.partition())));
            }
            // Also those that we kept: it may be one of them that had to be confirmed.
            shards.values().forEach(Shard::open);
            LOG.atInfo()
                    .addKeyValue("partitions", new ArrayList<>(shards.keySet()))
                    .log("Feeds divided");
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> gone) {
            close(gone, COMMIT_WITHIN);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> gone) {
            LOG.atWarn().addKeyValue("partitions", gone.size()).log("Feeds went to another instance meanwhile");
            close(gone, Duration.ZERO);
        }

        private void close(Collection<TopicPartition> gone, Duration patience) {
            reading.keySet().removeAll(gone);
            closeShards(gone.stream().map(TopicPartition::partition).toList(), patience);
        }
    }

    private Shard shard(int partition) {
        FeedLog log = new FeedLog(partition, () -> connections.producers().apply(partition), connections.readers());
        return new Shard(partition, log, book, polling, clock, this::confirm, retryEvery);
    }

    private void closeShards(Collection<Integer> partitions, Duration patience) {
        for (int partition : List.copyOf(partitions)) {
            Shard shard = shards.remove(partition);
            if (shard != null) {
                shard.close(patience);
            }
        }
        if (shards.isEmpty()) {
            reading.clear();
        }
    }

    private void confirm(BrokerTrouble why) {
        warn(why);
        confirm.set(true);
    }

    private void warn(BrokerTrouble why) {
        trouble = why.getMessage();
        if (System.nanoTime() - lastWarning >= QUIET_NANOS) {
            lastWarning = System.nanoTime();
            LOG.atWarn().addKeyValue("retryEvery", retryEvery).log("Polls wait for Kafka: {}", why.getMessage());
        }
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }

    /** Lets the commits in hand end. Returns at once; the thread that runs this then ends. */
    @Override
    public void close() {
        stop.countDown();
        Consumer<String, byte[]> consumer = member;
        if (consumer != null) {
            consumer.wakeup();
        }
    }
}
