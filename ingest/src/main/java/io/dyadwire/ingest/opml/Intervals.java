package io.dyadwire.ingest.opml;

import io.dyadwire.contract.feed.FeedSource;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** How often a feed may be asked: every minute to once a day. */
public final class Intervals {
    private Intervals() {}

    /** The interval that this says, such as {@code PT15M}. */
    public static Duration parse(String field, String written) {
        try {
            return FeedSource.checkInterval(field, Duration.parse(written.strip()));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    field + "=\"" + written + "\" is not a duration such as PT15M or PT1H", e);
        }
    }
}
