package io.dyadwire.processor.topology;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The time of every record in the graph: its own timestamp, which ingest sets to the fetch time. A record without one
 * (from a foreign producer) takes the time its partition has reached.
 */
final class SourceTime implements TimestampExtractor {
    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return record.timestamp() >= 0 ? record.timestamp() : Math.max(0, partitionTime);
    }
}
