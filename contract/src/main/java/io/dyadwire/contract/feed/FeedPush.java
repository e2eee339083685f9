package io.dyadwire.contract.feed;

import io.dyadwire.contract.Check;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The hub that tells when a feed has news (W3C WebSub), and our subscription there.
 *
 * @param hub where to subscribe, as the feed says
 * @param topic what the feed is called there, as the feed says
 * @param subscriber a digest of the address that the hub calls; absent without a subscription
 * @param until when the subscription ends if it is not renewed, UTC; absent without one
 */
public record FeedPush(
        URI hub,
        URI topic,
        @Nullable String subscriber,
        @Nullable Instant until) {
    public FeedPush {
        Check.absolute("hub", Check.present("hub", hub));
        Check.absolute("topic", Check.present("topic", topic));
        subscriber = Check.textOrNull(subscriber);
        Check.that((subscriber == null) == (until == null), "until: goes with subscriber, and only with it");
    }

    /** A hub where we have not subscribed. */
    public static FeedPush of(URI hub, URI topic) {
        return new FeedPush(hub, topic, null, null);
    }

    /** Whether the other is the same topic of the same hub. */
    public boolean sameTopic(@Nullable FeedPush other) {
        return other != null && hub.equals(other.hub) && topic.equals(other.topic);
    }

    /** Whether the hub tells us, as far as is known. */
    public boolean isOn(Instant now) {
        return until != null && until.isAfter(now);
    }
}
