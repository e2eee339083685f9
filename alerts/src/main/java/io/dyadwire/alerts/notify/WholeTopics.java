package io.dyadwire.alerts.notify;

import io.dyadwire.contract.topic.Topic;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * All that is on some topics, for one who follows them from their beginning at each start: all partitions, no group, so that
 * each of several instances has all of it.
 */
public final class WholeTopics {
    private final Consumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    /** Sets the consumer to the beginning. */
    public WholeTopics(Consumer<String, byte[]> consumer, Topic<?>... topics) {
        this.consumer = consumer;
        this.partitions = Stream.of(topics).flatMap(WholeTopics::partitions).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private static Stream<TopicPartition> partitions(Topic<?> topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition));
    }

    /** Where the topics end by now. */
    public Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions);
    }

    /** Whether all before these ends has been read. */
    public boolean reached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
