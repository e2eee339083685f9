package io.dyadwire.ingest.fetch;

import io.dyadwire.ingest.feed.FeedDates;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code Retry-After} (RFC 9110 §10.2.3): seconds or a date. Never less than a minute, never more than a day. */
public final class RetryAfter {
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(1);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");

    private RetryAfter() {}

    /** How long to stay away; empty when this says nothing. */
    public static Optional<Duration> parse(@Nullable String value, Instant now) {
        if (value == null) {
            return Optional.empty();
        }
        String text = value.strip();
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(clamp(Duration.ofSeconds(Long.parseLong(text))));
        }
        // Only what names a month is a date; "1e9" and "soon" are nothing.
        return text.indexOf(' ') < 0
                ? Optional.empty()
                : FeedDates.parse(text).map(date -> clamp(Duration.between(now, date)));
    }

    private static Duration clamp(Duration asked) {
        if (asked.compareTo(LEAST) < 0) {
            return LEAST;
        }
        return asked.compareTo(MOST) > 0 ? MOST : asked;
    }
}
