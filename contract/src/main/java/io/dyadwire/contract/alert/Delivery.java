package io.dyadwire.contract.alert;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.rule.DeskId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one alert on one channel; written after the attempt. Key on Kafka: {@code channel:desk:alertId}.
 *
 * @param channel the desk's name for it, such as {@code webhook}
 * @param attempts how many were made; 0 for one that waits for its first, or that a channel which is off was never given
 * @param error the last one, in words; always there when it failed, never when it was delivered
 * @param offset where the alert stands on the desk's own topic; absent in records of earlier versions
 * @param nextAt when it is tried next; there exactly when it waits
 * @param by who asked for it to be tried again; absent when nobody had to
 */
public record Delivery(
        AlertId alertId,
        DeskId desk,
        String channel,
        DeliveryState state,
        int attempts,
        Instant at,
        @Nullable String error,
        @Nullable Long offset,
        @Nullable Instant nextAt,
        @Nullable String by) {
    public Delivery {
        Check.present("alertId", alertId);
        Check.present("desk", desk);
        Check.slug("channel", channel);
        Check.present("state", state);
        Check.atLeast("attempts", attempts, state == DeliveryState.DELIVERED ? 1 : 0);
        Check.present("at", at);
        Check.that(
                (state != DeliveryState.FAILED || error != null) && (state != DeliveryState.DELIVERED || error == null),
                "error: there must be one when a delivery failed, and none when it did not");
        Check.that(offset == null || offset >= 0, () -> "offset: " + offset + " is less than 0");
        Check.that(
                (state == DeliveryState.WAITING) == (nextAt != null),
                "nextAt: there must be one when a delivery waits, and none when it does not");
    }

    /** The same, to be tried again at once because somebody asked. */
    public Delivery again(Instant now, String who) {
        return new Delivery(alertId, desk, channel, DeliveryState.WAITING, 0, now, null, offset, now, who);
    }

    public String key() {
        return channel + ":" + desk + ":" + alertId;
    }
}
