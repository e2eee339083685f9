package io.dyadwire.alerts.delivery;

import io.dyadwire.alerts.channel.Rate;
import io.dyadwire.alerts.channel.Sender;
import io.dyadwire.contract.rule.DeskId;
import org.jspecify.annotations.Nullable;

/**
 * One channel of one desk, ready to send.
 *
 * @param parallel how many messages may be under way at once
 * @param rate how much it takes; as much as there is when absent
 */
public record Endpoint(
        EndpointId id,
        Sender sender,
        int parallel,
        @Nullable Rate rate) {
    DeskId desk() {
        return id.desk();
    }
}
