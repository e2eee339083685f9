package io.dyadwire.ingest.websub;

import io.dyadwire.contract.feed.FeedPush;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How we stand with a hub about one feed. Each step gives the next one; nothing here asks a clock or a network.
 *
 * <pre>
 * step        then we ask again
 * begun       at once
 * sent        after 5 minutes, 10, 20 … a day: until the hub has called back, it did not work
 * verified    when four fifths of the lease are over
 * denied      after a week
 * left        not: once is enough, and what the hub still sends is refused
 * </pre>
 *
 * @param path the last step of the address that the hub calls
 * @param push the hub, the topic, and the lease if there is one
 * @param leaving whether we unsubscribe
 * @param asked whether the hub has been asked and has not called back yet
 * @param failures requests since the hub last called back
 * @param next when something is to be done
 */
record Subscription(
        String feedId, String path, FeedPush push, boolean leaving, boolean asked, int failures, Instant next) {
    /** What we ask for. */
    static final Duration LEASE = Duration.ofDays(7);

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration RETRY = Duration.ofMinutes(5);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration AFTER_DENIAL = Duration.ofDays(7);

    /**
     * One to begin with. A lease that is known from before is gone on with if it belongs to this address.
     *
     * @param subscriber digest of the address that the hub is to call
     */
    static Subscription begun(String feedId, String path, FeedPush known, String subscriber, Instant now) {
        Subscription begun =
                new Subscription(feedId, path, FeedPush.of(known.hub(), known.topic()), false, false, 0, now);
        boolean ours = subscriber.equals(known.subscriber()) && known.isOn(now);
        // A lease that is longer than any was granted while the clock was wrong.
        return ours && !known.until().isAfter(now.plus(LONGEST)) ? begun.leased(subscriber, known.until(), now) : begun;
    }

    /** As WebSub names it. */
    String mode() {
        return leaving ? "unsubscribe" : "subscribe";
    }

    /** The request is on its way; should its end never be heard of, it is repeated. */
    Subscription asking(Instant now) {
        return new Subscription(feedId, path, push, leaving, true, failures, now.plus(DAY));
    }

    /**
     * The hub answered, whatever it was, or did not.
     *
     * @param retryAfter how long it wants to be left alone
     */
    Subscription sent(@Nullable Duration retryAfter, Instant now) {
        if (!asked) {
            return this; // it called back before it answered
        }
        if (leaving) {
            return new Subscription(feedId, path, push, true, true, failures, now.plus(DAY));
        }
        Duration backoff = RETRY.multipliedBy(1L << Math.min(failures, 9));
        Duration wait = backoff.compareTo(DAY) < 0 ? backoff : DAY;
        Duration least = retryAfter != null && retryAfter.compareTo(wait) > 0 ? retryAfter : wait;
        return new Subscription(feedId, path, push, false, true, failures + 1, now.plus(least));
    }

    /** The hub called back, and gives us so many seconds. */
    Subscription verified(String subscriber, long leaseSeconds, Instant now) {
        Duration lease =
                Duration.ofSeconds(Math.max(SHORTEST.toSeconds(), Math.min(LONGEST.toSeconds(), leaseSeconds)));
        return leased(subscriber, now.plus(lease), now);
    }

    private Subscription leased(String subscriber, Instant until, Instant now) {
        Instant renewal = now.plus(Duration.between(now, until).multipliedBy(4).dividedBy(5));
        FeedPush leased = new FeedPush(push.hub(), push.topic(), subscriber, until);
        return new Subscription(feedId, path, leased, false, false, 0, renewal);
    }

    /** The hub does not want us, or no longer. */
    Subscription denied(Instant now) {
        return new Subscription(
                feedId, path, FeedPush.of(push.hub(), push.topic()), false, false, 0, now.plus(AFTER_DENIAL));
    }

    /** We want no more of it. */
    Subscription left(Instant now) {
        return new Subscription(feedId, path, push, true, false, 0, now);
    }

    /** By a clock that was set back by so much. */
    Subscription setBack(Duration by) {
        FeedPush earlier = push.until() == null
                ? push
                : new FeedPush(
                        push.hub(),
                        push.topic(),
                        push.subscriber(),
                        push.until().minus(by));
        return new Subscription(feedId, path, earlier, leaving, asked, failures, next.minus(by));
    }

    /** Whether nothing is left to do but to forget it. */
    boolean isOver(Instant now) {
        return leaving && asked && !next.isAfter(now);
    }
}
