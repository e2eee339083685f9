package io.dyadwire.processor.topology;

import io.dyadwire.contract.topic.Topic;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Puts the CloudEvents headers of a topic on a record that leaves for it, in place of whatever it came with. A tombstone has none. */
final class Envelope<V> implements FixedKeyProcessor<String, V, V> {
    private final Topic<V> topic;
    private FixedKeyProcessorContext<String, V> context;

    Envelope(Topic<V> topic) {
        this.topic = topic;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, V> context) {
        this.context = context;
    }

    @Override
    public void process(FixedKeyRecord<String, V> record) {
        context.forward(
                record.withHeaders(record.value() == null ? new RecordHeaders() : topic.headers(record.value())));
    }
}
