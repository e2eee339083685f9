package io.dyadwire.alerts.told;

import io.dyadwire.contract.alert.DeskAction;

/** Where it is written down what somebody did with an alert. */
@FunctionalInterface
public interface DeskActions {
    /**
     * Returns once it is there.
     *
     * @throws org.apache.kafka.common.KafkaException when Kafka did not take it
     */
    void write(DeskAction action) throws InterruptedException;
}
