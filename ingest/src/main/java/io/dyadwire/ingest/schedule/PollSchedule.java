package io.dyadwire.ingest.schedule;

import io.dyadwire.contract.Digest;
import io.dyadwire.contract.feed.FeedHints;
import io.dyadwire.contract.feed.FeedPace;
import io.dyadwire.contract.feed.FeedState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a feed is asked next. Pure: the same history, answer and time give the same moment. What looks random is taken
 * from a hash of the feed's id and a count, so that feeds spread and tests repeat.
 *
 * <pre>
 * answer                next poll
 * a feed, or 304        interval ± a tenth, not before base and server's wish, outside skipped hours, within a day
 * failed the n-th time  between base and base × 2^n ("full jitter"), at most {@code longest}
 * Retry-After           not before that either
 * </pre>
 *
 * @param slowest the longest interval of a feed that is seldom new; base if that is longer
 * @param longest the longest that a failing feed is left alone; it is never given up
 */
public record PollSchedule(Duration slowest, Duration longest) {
    private static final double JITTER = 0.1;
    private static final Duration DAY = Duration.ofDays(1);

    /** A hub that tells of news every second does not make us ask more often than this. */
    private static final Duration PUSHED = Duration.ofMinutes(1);

    /** We look this many times between one news and the next, on average. */
    private static final int LOOKS = 4;

    /** No feed is asked more seldom than its base by more than this factor. */
    private static final int STRETCH = 4;

    /** The first poll of a feed: somewhere within this time, so that a start is no stampede. */
    public Instant first(String feedId, Duration within, Instant now) {
        return now.plus(times(within, fraction(feedId, 0)));
    }

    /** How often to ask: a quarter of the usual time between two news, from {@code base} to four times that. */
    public Duration interval(Duration base, double newsPerDay) {
        Duration most = max(base, min(slowest, base.multipliedBy(STRETCH)));
        Duration wanted = newsPerDay <= 0 ? most : times(DAY, 1 / (newsPerDay * LOOKS));
        return max(base, min(most, wanted));
    }

    /**
     * How long the server wants us to wait; absent when it does not say.
     *
     * @param fresh as HTTP says
     * @param ownInterval whether somebody chose the interval for this very feed. {@code sy:updatePeriod} then says
     *     nothing: too many systems send "hourly" without meaning it
     */
    public static @Nullable Duration serverWait(FeedHints hints, @Nullable Duration fresh, boolean ownInterval) {
        Duration most = Duration.ZERO;
        for (Duration hint : new Duration[] {hints.ttl(), fresh, ownInterval ? null : hints.updatePeriod()}) {
            most = hint == null ? most : max(most, hint);
        }
        return most.isZero() ? null : min(most, DAY);
    }

    /** After an answer that was good. */
    public Instant afterSuccess(String feedId, long polls, FeedPace pace, Instant now) {
        Duration asked = pace.serverWait() == null ? pace.base() : max(pace.base(), pace.serverWait());
        Duration least = max(asked, times(pace.interval(), 1 - JITTER));
        Duration most = times(max(asked, pace.interval()), 1 + JITTER);
        Instant at = now.plus(between(least, most, fraction(feedId, polls)));
        Instant allowed = SkipTimes.next(pace.hints(), at);
        return earlier(allowed, now.plus(DAY));
    }

    /**
     * After the {@code errors}-th failure in a row; 0 when the fault is ours.
     *
     * @param retryAfter how long the server asked us to stay away
     */
    public Instant afterFailure(String feedId, int errors, Duration base, @Nullable Duration retryAfter, Instant now) {
        Duration ceiling = min(times(base, Math.pow(2, Math.min(errors, 30))), longest);
        Duration most = max(ceiling, times(base, 1 + JITTER));
        Duration wait = between(base, most, fraction(feedId, errors));
        return now.plus(retryAfter == null ? wait : max(wait, retryAfter));
    }

    /**
     * The earliest time for a poll that a hub asks for: whatever the feed's own pace is, but not while it fails, since its
     * server may have asked to be left alone.
     */
    public static Instant earliest(FeedState state) {
        return state.consecutiveErrors() > 0 || state.lastPollAt() == null
                ? state.nextPollAt()
                : state.lastPollAt().plus(PUSHED);
    }

    /**
     * When to go on with a feed after a restart. A promise is kept, unless the feed is meant to be asked more often than
     * when it was given, or it is longer than any (the clock was wrong); what fell due while nobody looked is spread over as much time, {@code within} at most.
     */
    public Instant resumed(FeedState state, Duration base, Duration within, Instant now) {
        Instant due = kept(state, base, now);
        if (due.isAfter(now)) {
            return due;
        }
        return first(state.feedId(), min(within, Duration.between(due, now)), now);
    }

    private Instant kept(FeedState state, Duration base, Instant now) {
        Instant promised = state.nextPollAt();
        FeedPace pace = state.pace();
        if (state.goneSince() != null) {
            return promised;
        }
        if (state.consecutiveErrors() > 0) {
            return earlier(promised, now.plus(max(DAY, longest)));
        }
        if (pace == null) {
            return earlier(promised, now.plus(times(base, 1 + JITTER)));
        }
        if (base.compareTo(pace.base()) >= 0 || state.lastPollAt() == null) {
            return earlier(promised, now.plus(DAY));
        }
        Duration wait = pace.serverWait() == null ? base : max(base, pace.serverWait());
        return earlier(promised, state.lastPollAt().plus(wait));
    }

    /** 0 to 1, the same for the same feed and count. */
    private static double fraction(String feedId, long count) {
        String hash = Digest.of(feedId, Long.toString(count));
        return Integer.parseUnsignedInt(hash.substring(0, 7), 16) / (double) 0x10000000;
    }

    private static Duration between(Duration least, Duration most, double fraction) {
        return least.plus(times(most.minus(least), fraction));
    }

    private static Duration times(Duration duration, double factor) {
        double millis = Math.min(duration.toMillis() * factor, 1e15);
        return Duration.ofMillis((long) millis);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
