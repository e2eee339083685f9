package io.dyadwire.alerts.delivery;

import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.alert.Delivery;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of alerts on the channels of all desks, and what people ask for there. Thread-safe. */
public interface Deliveries {
    /** Whether all that is written down has been read. */
    boolean isComplete();

    /** What waits, and the newest of what does not, newest first. */
    List<Delivery> newest();

    /** How a channel is; null when nothing was ever written of it, so that it is up. */
    @Nullable
    ChannelStatus status(EndpointId id);

    /** How many wait on a channel. */
    int waiting(EndpointId id);

    /**
     * Writes down what somebody asks for, and waits until the brokers have it.
     *
     * @throws org.apache.kafka.common.KafkaException when they do not take it
     */
    void ask(ChannelStatus status, Collection<Delivery> again) throws InterruptedException;
}
