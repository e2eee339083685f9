package io.dyadwire.ingest;

import io.dyadwire.contract.feed.FeedOrigin;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.ingest.feed.ParsedFeed;
import io.dyadwire.ingest.feed.ParsedItem;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Feeds and items with as little in them as a test needs. */
public final class Items {
    private Items() {}

    public static FeedSource source(String id) {
        return FeedSource.of(id, URI.create("http://" + id + ".example/feed"), FeedOrigin.FILE);
    }

    public static ParsedFeed feed(ParsedItem... items) {
        return new ParsedFeed("rss_2.0", "Feed", null, null, List.of(items));
    }

    public static ParsedItem item(@Nullable String guid, @Nullable String url, String title, String summary) {
        return new ParsedItem(
                guid,
                url == null ? null : URI.create(url),
                title,
                summary,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null);
    }
}
