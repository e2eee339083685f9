package io.dyadwire.alerts.told;

import io.dyadwire.contract.topic.Topic;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is still on Kafka of one article: looked for through so many records and for so long, then no further. */
public interface History {
    /**
     * What was found.
     *
     * @param whole whether all was looked at that may hold some
     */
    record Found<V>(List<V> values, boolean whole) {
        public Found {
            values = List.copyOf(values);
        }
    }

    /**
     * The newest record of this key; null when none is among the newest that are looked at.
     *
     * @throws org.apache.kafka.common.KafkaException when Kafka did not give it
     */
    <V> @Nullable V newest(Topic<V> topic, String key) throws InterruptedException;

    /**
     * All of this key from then on, oldest first; the newest of them where they are too many.
     *
     * @throws org.apache.kafka.common.KafkaException when Kafka did not give it
     */
    <V> Found<V> since(Topic<V> topic, String key, Instant since) throws InterruptedException;
}
