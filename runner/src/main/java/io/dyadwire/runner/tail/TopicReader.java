package io.dyadwire.runner.tail;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads one topic as any consumer would: what was committed only, all partitions, no group, so that it leaves no trace
 * on the cluster.
 */
public final class TopicReader implements AutoCloseable {
    private static final Duration WAIT = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    /**
     * @throws IllegalArgumentException when the cluster has no such topic
     */
    public TopicReader(Map<String, Object> client, String topic) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("allow.auto.create.topics", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.put("default.api.timeout.ms", "10000");
        settings.remove("group.id");
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            List<PartitionInfo> found = consumer.partitionsFor(topic);
            if (found == null || found.isEmpty()) {
                throw new IllegalArgumentException(
                        "the cluster has no topic " + topic + ": nothing was published there yet");
            }
            this.partitions = found.stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** The oldest record that is kept. */
    public void seekToStart() {
        consumer.seekToBeginning(partitions);
    }

    /** The first record of this time or later. */
    void seekTo(Instant time) {
        Map<TopicPartition, Long> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, time.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> offsets = consumer.offsetsForTimes(wanted);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        partitions.forEach(partition -> {
            OffsetAndTimestamp found = offsets.get(partition);
            consumer.seek(partition, found == null ? ends.get(partition) : found.offset());
        });
    }

    void seekToEnd() {
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /**
     * Gives each record to the reader, in the order of time where several partitions have some, until the reader has
     * enough, the log's present end is reached (when asked to stop there), or {@link #stop}.
     *
     * @param reader returns false when it has enough
     */
    public void read(boolean toTheEndOnly, Predicate<ConsumerRecord<String, byte[]>> reader) {
        Map<TopicPartition, Long> ends = toTheEndOnly ? consumer.endOffsets(partitions) : Map.of();
        try {
            while (!toTheEndOnly || !reached(ends)) {
                ConsumerRecords<String, byte[]> some = consumer.poll(WAIT);
                List<ConsumerRecord<String, byte[]>> ordered = inOrder(some);
                for (ConsumerRecord<String, byte[]> found : ordered) {
                    if (!reader.test(found)) {
                        return;
                    }
                }
            }
        } catch (WakeupException e) {
            // Asked to stop.
        }
    }

    /** Ends {@link #read} from another thread. */
    void stop() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static List<ConsumerRecord<String, byte[]>> inOrder(ConsumerRecords<String, byte[]> records) {
        return StreamSupport.stream(records.spliterator(), false)
                .sorted(Comparator.comparingLong(ConsumerRecord::timestamp))
                .toList();
    }
}
