package io.dyadwire.contract.feed;

import io.dyadwire.contract.Check;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A feed that somebody wants polled. Key on Kafka: {@code feedId}; a tombstone says that nobody wants it any more.
 *
 * @param feedId names it for ever, on Kafka and in logs; kept when its address changes. 1 to 100 letters, digits, dots,
 *     dashes or underscores
 * @param version 1, and one more with each change
 * @param url http or https
 * @param title what people call it; empty when nobody said
 * @param publisher who publishes it, for all its articles
 * @param language of all its articles, BCP 47; over what the feed says
 * @param categories of all its articles
 * @param interval how often it is asked, a minute to a day; absent means as often as all others
 * @param fullText whether the pages that its items link to are fetched too; {@code summary-only} unless said otherwise
 * @param paused known, but not polled
 * @param origin who wants it
 */
public record FeedSource(
        String feedId,
        int version,
        URI url,
        String title,
        @Nullable String publisher,
        @Nullable String language,
        List<String> categories,
        @Nullable Duration interval,
        FullText fullText,
        boolean paused,
        FeedOrigin origin) {
    /** No feed is asked more often. */
    public static final Duration SHORTEST = Duration.ofMinutes(1);

    /** No feed is asked more seldom. */
    public static final Duration LONGEST = Duration.ofDays(1);

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    public FeedSource {
        Check.matches("feedId", feedId, ID, "1 to 100 letters, digits, dots, dashes or underscores");
        Check.atLeast("version", version, 1);
        Check.absolute("url", Check.present("url", url));
        title = title == null ? "" : title;
        publisher = Check.textOrNull(publisher);
        language = Check.textOrNull(language);
        categories = Check.list("categories", categories);
        if (interval != null) {
            checkInterval("interval", interval);
        }
        fullText = fullText == null ? FullText.SUMMARY_ONLY : fullText;
        origin = Objects.requireNonNullElse(origin, FeedOrigin.COMMAND);
    }

    /** A feed of which nothing more is known than where it is. */
    public static FeedSource of(String feedId, URI url, FeedOrigin origin) {
        return new FeedSource(feedId, 1, url, "", null, null, List.of(), null, FullText.SUMMARY_ONLY, false, origin);
    }

    public FeedSource withVersion(int other) {
        return new FeedSource(
                feedId, other, url, title, publisher, language, categories, interval, fullText, paused, origin);
    }

    public FeedSource withPaused(boolean other) {
        return new FeedSource(
                feedId, version, url, title, publisher, language, categories, interval, fullText, other, origin);
    }

    public FeedSource withOrigin(FeedOrigin other) {
        return new FeedSource(
                feedId, version, url, title, publisher, language, categories, interval, fullText, paused, other);
    }

    public FeedSource withFullText(FullText other) {
        return new FeedSource(
                feedId, version, url, title, publisher, language, categories, interval, other, paused, origin);
    }

    /** The interval given, if it is within bounds. */
    public static Duration checkInterval(String field, Duration interval) {
        Check.that(
                interval.compareTo(SHORTEST) >= 0 && interval.compareTo(LONGEST) <= 0,
                () -> field + ": " + interval + " is not between " + SHORTEST + " and " + LONGEST);
        return interval;
    }
}
