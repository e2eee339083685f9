package io.dyadwire.ingest.opml;

import io.dyadwire.contract.Check;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** How often a feed may be asked: every minute to once a day. */
public final class Intervals {
    public static final Duration SHORTEST = Duration.ofMinutes(1);
    public static final Duration LONGEST = Duration.ofDays(1);

    private Intervals() {}

    /** The interval given, if it is within bounds. */
    public static Duration check(String field, Duration interval) {
        Check.that(
                interval.compareTo(SHORTEST) >= 0 && interval.compareTo(LONGEST) <= 0,
                field + ": " + interval + " is not between " + SHORTEST + " and PT24H");
        return interval;
    }

    static Duration parse(String field, String written) {
        try {
            return check(field, Duration.parse(written.strip()));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    field + "=\"" + written + "\" is not a duration such as PT15M or PT1H", e);
        }
    }
}
