package io.dyadwire.alerts.live;

import io.dyadwire.alerts.live.RuleWriter.Decision;
import io.dyadwire.alerts.live.RuleWriter.Edit;
import java.time.Instant;

/** Where rules and silences are changed. */
public interface RuleStore {
    /**
     * Writes what is decided by what is there; returns once it counts here.
     *
     * @param now the time of the records
     * @throws X what the decision throws; nothing is written then
     * @throws org.apache.kafka.common.KafkaException when Kafka did not take it
     */
    <X extends Exception> Edit write(Decision<X> decision, Instant now) throws X, InterruptedException;
}
