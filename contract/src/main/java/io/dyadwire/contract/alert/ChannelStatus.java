package io.dyadwire.contract.alert;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.rule.DeskId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A desk's channel as it stands; written when that changes. Key on Kafka: {@code channel:desk}.
 *
 * @param channel the desk's name for it, such as {@code webhook}
 * @param at when it became so
 * @param since when the first attempt failed of those that all failed; absent when it is up
 * @param failures how many attempts have failed in a row
 * @param nextAt when the next attempt is made; there exactly when it is failing
 * @param error the last one, in words; absent exactly when it is up
 * @param by who switched it on or off; absent when nobody had to
 */
public record ChannelStatus(
        DeskId desk,
        String channel,
        ChannelState state,
        Instant at,
        @Nullable Instant since,
        int failures,
        @Nullable Instant nextAt,
        @Nullable String error,
        @Nullable String by) {
    public ChannelStatus {
        Check.present("desk", desk);
        Check.slug("channel", channel);
        Check.present("state", state);
        Check.present("at", at);
        Check.atLeast("failures", failures, 0);
        Check.that(
                (state == ChannelState.FAILING) == (nextAt != null),
                "nextAt: there must be one when a channel is failing, and none when it is not");
        Check.that(
                (state == ChannelState.UP) == (error == null),
                "error: there must be one unless a channel is up, and none when it is");
    }

    /** One that works. */
    public static ChannelStatus up(DeskId desk, String channel, Instant at, @Nullable String by) {
        return new ChannelStatus(desk, channel, ChannelState.UP, at, null, 0, null, null, by);
    }

    public String key() {
        return channel + ":" + desk;
    }
}
