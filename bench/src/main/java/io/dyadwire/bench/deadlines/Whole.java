package io.dyadwire.bench.deadlines;

import io.dyadwire.contract.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Topics read from one end to the other by a plain consumer. */
final class Whole {
    private Whole() {}

    /** All that is committed on this topic and is no tombstone. */
    static <V> List<V> read(Map<String, Object> kafka, Topic<V> topic) {
        List<V> values = new ArrayList<>();
        readAll(kafka, List.of(topic.name()), record -> {
            if (record.value() != null) {
                values.add(topic.valueSerde().read(record.value()));
            }
        });
        return values;
    }

    /** How long it takes to read these and do nothing with them. */
    static double seconds(Map<String, Object> kafka, List<String> topics) {
        long start = System.nanoTime();
        readAll(kafka, topics, record -> {});
        return (System.nanoTime() - start) / 1e9;
    }

    /** How many records were ever written to these. */
    static long end(Map<String, Object> kafka, List<String> topics) {
        try (var consumer = consumer(kafka)) {
            return consumer.endOffsets(partitions(consumer, topics)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private static void readAll(
            Map<String, Object> kafka, List<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (var consumer = consumer(kafka)) {
            List<TopicPartition> partitions = partitions(consumer, topics);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(reader);
            }
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, List<String> topics) {
        return topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> kafka) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.get("bootstrap.servers"),
                        "isolation.level",
                        "read_committed",
                        "max.poll.records",
                        1000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
