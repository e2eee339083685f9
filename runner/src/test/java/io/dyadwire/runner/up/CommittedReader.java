package io.dyadwire.runner.up;

import io.dyadwire.contract.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from their beginning, committed records only, and stays connected while the broker dies and comes back. */
final class CommittedReader implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<String, List<byte[]>> values = new HashMap<>();

    CommittedReader(String bootstrapServers, Topic<?>... topics) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest",
                "reconnect.backoff.max.ms",
                200);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        partitions = Stream.of(topics).flatMap(CommittedReader::partitions).toList();
        consumer.assign(partitions);
    }

    /** Takes what is there, waiting for it only shortly. */
    void poll() {
        consumer.poll(Duration.ofMillis(100))
                .forEach(record -> values.computeIfAbsent(record.topic(), topic -> new ArrayList<>())
                        .add(record.value()));
    }

    /** All that was read of this topic. */
    <V> List<V> read(Topic<V> topic) {
        return values.getOrDefault(topic.name(), List.of()).stream()
                .map(topic.valueSerde()::read)
                .toList();
    }

    /** Reads on to where the topics end now. */
    void readToTheEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll();
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static Stream<TopicPartition> partitions(Topic<?> topic) {
        return IntStream.range(0, topic.partitions()).mapToObj(number -> new TopicPartition(topic.name(), number));
    }
}
