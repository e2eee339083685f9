package io.dyadwire.alerts.notify;

import io.dyadwire.contract.topic.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a channel begins that has never read: at the end as it is now. So a webhook added today does not get the alerts
 * of the last months, and one that is there from the start, when the topic is empty, misses none. To be called before
 * alerts are written.
 */
public final class StartOffsets {
    private final Admin admin;

    public StartOffsets(Admin admin) {
        this.admin = admin;
    }

    /** Gives the group a place in each partition of the topic in which it has none. */
    public void ensure(String group, Topic<?> topic) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, OffsetSpec> unknown = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .filter(partition -> committed.get(partition) == null)
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        if (unknown.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
        admin.listOffsets(unknown)
                .all()
                .get()
                .forEach((partition, end) -> ends.put(partition, new OffsetAndMetadata(end.offset())));
        admin.alterConsumerGroupOffsets(group, ends).all().get();
    }
}
