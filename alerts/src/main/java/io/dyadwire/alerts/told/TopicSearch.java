package io.dyadwire.alerts.told;

import io.dyadwire.contract.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records of one key on a topic: in the one partition where they are, through so many records and for so long. One
 * search at a time, on a platform thread, since a Kafka consumer waits inside locks.
 */
public final class TopicSearch implements History, AutoCloseable {
    static final int MOST_RECORDS = 200_000;
    static final int AT_ONCE = 2_000;
    static final int MOST_FOUND = 1_000;
    private static final Duration WITHIN = Duration.ofSeconds(8);
    private static final Duration WAIT = Duration.ofMillis(200);

    private final Consumer<String, byte[]> consumer;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("alerts-search").factory());

    /** @param consumer reads committed records, without a group; becomes its own */
    public TopicSearch(Consumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    @Override
    public <V> @Nullable V newest(Topic<V> topic, String key) throws InterruptedException {
        List<V> values = inTurn(() -> look(topic, key, Instant.EPOCH, true)).values();
        return values.isEmpty() ? null : values.getLast();
    }

    @Override
    public <V> Found<V> since(Topic<V> topic, String key, Instant since) throws InterruptedException {
        return inTurn(() -> look(topic, key, since, false));
    }

    /** From the end of the topic backwards, part by part: what is asked for is seldom old. */
    private <V> Found<V> look(Topic<V> topic, String key, Instant since, boolean newestOnly) {
        int partitions = consumer.partitionsFor(topic.name()).size();
        TopicPartition partition = new TopicPartition(topic.name(), topic.partitionOf(key, partitions));
        List<TopicPartition> one = List.of(partition);
        consumer.assign(one);
        long end = consumer.endOffsets(one).get(partition);
        long first = first(partition, since, end);
        long least = Math.max(first, end - MOST_RECORDS);
        long deadline = System.nanoTime() + WITHIN.toNanos();
        List<V> found = new ArrayList<>();
        while (end > least && !(newestOnly && !found.isEmpty()) && found.size() < MOST_FOUND) {
            long start = Math.max(least, end - AT_ONCE);
            List<V> values = new ArrayList<>();
            if (!read(topic, partition, key, start, end, deadline, values)) {
                break;
            }
            found.addAll(0, values);
            end = start;
        }
        return new Found<>(found, end == first || (newestOnly && !found.isEmpty()));
    }

    private long first(TopicPartition partition, Instant since, long end) {
        if (since.equals(Instant.EPOCH)) {
            return consumer.beginningOffsets(List.of(partition)).get(partition);
        }
        OffsetAndTimestamp found = consumer.offsetsForTimes(Map.of(partition, since.toEpochMilli()))
                .get(partition);
        return found == null ? end : found.offset();
    }

    /** Whether it came to the end of the part in time. */
    private <V> boolean read(
            Topic<V> topic, TopicPartition partition, String key, long start, long end, long deadline, List<V> values) {
        consumer.seek(partition, start);
        while (consumer.position(partition) < end) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            for (ConsumerRecord<String, byte[]> record : consumer.poll(WAIT)) {
                if (key.equals(record.key()) && record.value() != null && record.offset() < end) {
                    add(topic, record, values);
                }
            }
        }
        return true;
    }

    private static <V> void add(Topic<V> topic, ConsumerRecord<String, byte[]> record, List<V> values) {
        try {
            values.add(topic.valueSerde().read(record.value()));
        } catch (SerializationException e) {
            // Not ours to judge here: the services put it aside.
        }
    }

    private <T> T inTurn(Callable<T> search) throws InterruptedException {
        try {
            return reader.submit(search).get();
        } catch (ExecutionException e) {
            throw new KafkaException("could not be looked for: " + e.getCause().getMessage(), e.getCause());
        } catch (RejectedExecutionException e) {
            throw new KafkaException("nothing is looked for any more", e);
        }
    }

    @Override
    public void close() {
        reader.shutdown();
        consumer.wakeup();
        reader.close();
        consumer.close();
    }
}
