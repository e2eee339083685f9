package io.dyadwire.ingest.source;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads a compacted topic from its beginning to where it ended when asked, and keeps the newest record of each key: until
 * the topic is compacted there may be many of one.
 */
public final class NewestRecords {
    private static final Duration POLL = Duration.ofMillis(200);

    /** Polls without progress before we say that the broker does not answer. */
    private static final int PATIENCE = 150;

    private NewestRecords() {}

    /**
     * Those of these partitions, in the order of their keys; what was deleted is left out.
     *
     * @throws TimeoutException when the broker does not answer for half a minute
     */
    public static Collection<ConsumerRecord<String, byte[]>> read(
            Consumer<String, byte[]> consumer, String topic, IntStream numbers) {
        List<TopicPartition> partitions =
                numbers.mapToObj(number -> new TopicPartition(topic, number)).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<String, ConsumerRecord<String, byte[]>> newest = new TreeMap<>();
        int idle = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var records = consumer.poll(POLL);
            records.forEach(record -> newest.put(record.key(), record));
            idle = records.isEmpty() ? idle + 1 : 0;
            if (idle > PATIENCE) {
                throw new TimeoutException("reading " + topic + " does not get on");
            }
        }
        newest.values().removeIf(record -> record.value() == null);
        return newest.values();
    }
}
