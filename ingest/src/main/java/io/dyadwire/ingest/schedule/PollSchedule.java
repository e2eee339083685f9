package io.dyadwire.ingest.schedule;

import io.dyadwire.contract.Digest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a feed is asked next. Pure: the same history, answer and time give the same moment. What looks random is taken
 * from a hash of the feed's id and a count, so that feeds spread and tests repeat.
 *
 * <pre>
 * answer                next poll
 * a feed, or 304        interval, up to a tenth later
 * failed the n-th time  between interval and interval × 2^n ("full jitter"), at most {@code longest}
 * Retry-After           not before that either
 * </pre>
 *
 * @param longest the longest that a failing feed is left alone; it is never given up
 */
public record PollSchedule(Duration longest) {
    private static final double JITTER = 0.1;

    /** The first poll of a feed: somewhere within this time, so that a start is no stampede. */
    public Instant first(String feedId, Duration within, Instant now) {
        return now.plus(times(within, fraction(feedId, 0)));
    }

    /** After an answer that was good. */
    public Instant afterSuccess(String feedId, long polls, Duration interval, Instant now) {
        return now.plus(times(interval, 1 + JITTER * fraction(feedId, polls)));
    }

    /**
     * After the {@code errors}-th failure in a row.
     *
     * @param retryAfter how long the server asked us to stay away
     */
    public Instant afterFailure(
            String feedId, int errors, Duration interval, @Nullable Duration retryAfter, Instant now) {
        Duration ceiling = min(times(interval, Math.pow(2, Math.min(errors, 30))), longest);
        Duration room = ceiling.minus(interval);
        Duration wait = room.isNegative() ? interval : interval.plus(times(room, fraction(feedId, errors)));
        return now.plus(retryAfter == null || retryAfter.compareTo(wait) < 0 ? wait : retryAfter);
    }

    /**
     * The promise of an earlier run, kept; but not longer than a feed in health may have to wait now, since its interval
     * may have been shortened meanwhile.
     */
    public Instant resumed(Instant promised, int errors, Duration interval, Instant now) {
        Instant latest = now.plus(errors == 0 ? times(interval, 1 + JITTER) : longest);
        return promised.isAfter(latest) ? latest : promised;
    }

    /** 0 to 1, the same for the same feed and count. */
    private static double fraction(String feedId, long count) {
        String hash = Digest.of(feedId, Long.toString(count));
        return Integer.parseUnsignedInt(hash.substring(0, 7), 16) / (double) 0x10000000;
    }

    private static Duration times(Duration duration, double factor) {
        double millis = Math.min(duration.toMillis() * factor, 1e15);
        return Duration.ofMillis((long) millis);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
