package io.dyadwire.ingest.article;

import io.dyadwire.contract.article.PublishedAtSource;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an article says that it was published, if that can be. A date before 1971 comes from a clock that was never set,
 * one further ahead than a day from a mistake; both are no date. Up to a day ahead is a wrong time zone and stays.
 */
public record PublicationDate(@Nullable Instant at, PublishedAtSource source) {
    private static final Instant EARLIEST = Instant.parse("1971-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Duration OLD = Duration.ofDays(1);

    static PublicationDate of(@Nullable Instant published, @Nullable Instant updated, Instant now) {
        if (published != null && isSane(published, now)) {
            return new PublicationDate(published, PublishedAtSource.FEED);
        }
        if (updated != null && isSane(updated, now)) {
            return new PublicationDate(updated, PublishedAtSource.FEED_UPDATED);
        }
        return new PublicationDate(null, PublishedAtSource.NONE);
    }

    /** The moment, unless it cannot be. */
    public static @Nullable Instant sane(@Nullable Instant claimed, Instant now) {
        return claimed != null && isSane(claimed, now) ? claimed : null;
    }

    /** True for what no desk wants to be alerted to as new any more. */
    boolean isOld(Instant now) {
        return at != null && at.plus(OLD).isBefore(now);
    }

    private static boolean isSane(Instant claimed, Instant now) {
        return !claimed.isBefore(EARLIEST) && !claimed.isAfter(now.plus(AHEAD));
    }
}
