package io.dyadwire.alerts.topology;

import io.dyadwire.contract.topic.Topic;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Picks the events of one kind from the outcomes and puts on them, as they leave, what their topic asks for: key,
 * CloudEvents headers and time.
 */
final class Envelope<V> extends ContextualProcessor<String, Outcome, String, V> {
    private final Topic<V> topic;
    private final Function<Outcome, Optional<V>> pick;
    private final Function<V, Instant> time;

    Envelope(Topic<V> topic, Function<Outcome, Optional<V>> pick, Function<V, Instant> time) {
        this.topic = topic;
        this.pick = pick;
        this.time = time;
    }

    @Override
    public void process(Record<String, Outcome> outcome) {
        pick.apply(outcome.value()).ifPresent(event -> context()
                .forward(new Record<>(
                        topic.key().apply(event), event, time.apply(event).toEpochMilli(), topic.headers(event))));
    }
}
