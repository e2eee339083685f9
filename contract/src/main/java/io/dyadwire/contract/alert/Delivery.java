package io.dyadwire.contract.alert;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.rule.DeskId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one alert on one channel; written after the attempt. Key on Kafka: {@code channel:desk:alertId}.
 *
 * @param channel such as {@code webhook}
 * @param attempts how many were made, 1 or more
 * @param error in words; there exactly when it failed
 */
public record Delivery(
        AlertId alertId,
        DeskId desk,
        String channel,
        DeliveryState state,
        int attempts,
        Instant at,
        @Nullable String error) {
    public Delivery {
        Check.present("alertId", alertId);
        Check.present("desk", desk);
        Check.slug("channel", channel);
        Check.present("state", state);
        Check.atLeast("attempts", attempts, 1);
        Check.present("at", at);
        Check.that(
                (state == DeliveryState.FAILED) == (error != null),
                "error: there must be one when a delivery failed, and none when it did not");
    }

    public String key() {
        return channel + ":" + desk + ":" + alertId;
    }
}
