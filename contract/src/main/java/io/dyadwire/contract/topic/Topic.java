package io.dyadwire.contract.topic;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.json.JsonSerde;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * All there is to know about one topic.
 *
 * @param key the record key of an event, UTF-8 text
 * @param event the CloudEvents envelope of an event
 * @param partitions for life: raising it later would re-hash the keys
 * @param retention how long records stay; null for ever
 */
public record Topic<V>(
        String name,
        Class<V> type,
        Function<V, String> key,
        Function<V, CloudEvent> event,
        int partitions,
        Cleanup cleanup,
        @Nullable Duration retention) {
    public Topic {
        Check.text("name", name);
        Check.atLeast("partitions", partitions, 1);
        Check.that(
                (retention == null) == (cleanup == Cleanup.COMPACT),
                () -> "retention: " + retention + " does not go with cleanup " + cleanup.policy());
    }

    public Serde<String> keySerde() {
        return Serdes.String();
    }

    public JsonSerde<V> valueSerde() {
        return new JsonSerde<>(type);
    }

    /** The partition that Kafka's clients put records of this key in, unless told otherwise. */
    public int partitionOf(String recordKey) {
        return partitionOf(recordKey, partitions);
    }

    /** The same on a cluster where the topic has another number of partitions. */
    public int partitionOf(String recordKey, int ofSoMany) {
        return Utils.toPositive(Utils.murmur2(recordKey.getBytes(StandardCharsets.UTF_8))) % ofSoMany;
    }

    /** A record of this event with key and headers; serialise it with the serdes of this topic. */
    public ProducerRecord<String, V> record(V value, Instant timestamp) {
        return new ProducerRecord<>(name, null, timestamp.toEpochMilli(), key.apply(value), value, headers(value));
    }

    /** A record that takes this key off a compacted topic. It has neither value nor headers. */
    public ProducerRecord<String, @Nullable V> tombstone(String key, Instant timestamp) {
        Check.that(cleanup != Cleanup.DELETE, () -> name + ": is not compacted, nothing can be taken off it");
        return new ProducerRecord<>(name, null, timestamp.toEpochMilli(), key, null, new RecordHeaders());
    }

    /** The headers of this event, for a sink that has key and value already. */
    public Headers headers(V value) {
        return event.apply(value).headers();
    }
}
