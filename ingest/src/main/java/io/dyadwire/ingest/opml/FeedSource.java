package io.dyadwire.ingest.opml;

import io.dyadwire.contract.Check;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed that somebody wants polled.
 *
 * @param id names it for ever, on Kafka and in logs; kept when its address changes
 * @param title what people call it; empty when the list does not say
 * @param publisher who publishes it, for all its articles
 * @param language of all its articles, BCP 47; over what the feed says
 * @param categories of the list, from attributes and folders
 * @param interval how often it is asked; absent means as often as all others
 */
public record FeedSource(
        String id,
        URI url,
        String title,
        @Nullable String publisher,
        @Nullable String language,
        List<String> categories,
        @Nullable Duration interval) {
    public FeedSource {
        Check.text("feed id", id);
        Check.present("feed url", url);
        title = title == null ? "" : title;
        categories = List.copyOf(categories);
        if (interval != null) {
            Intervals.check("interval", interval);
        }
    }
}
