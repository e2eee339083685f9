package io.dyadwire.alerts.told;

import io.dyadwire.contract.rule.DeskId;
import java.util.List;

/** What desks were told before what an {@link AlertView} holds. */
public interface Backlog {
    /**
     * Some alerts of a desk.
     *
     * @param from the offset of the first, which is later than asked for when those before are no longer kept
     * @param next the offset behind the last; all that is told later stands there or behind
     */
    record Part(List<Told> alerts, long from, long next) {}

    /**
     * The first of those from this offset on. Waits for Kafka.
     *
     * @throws org.apache.kafka.common.KafkaException when Kafka did not give it
     */
    Part read(DeskId desk, long from) throws InterruptedException;
}
