package io.dyadwire.runner.tool;

import io.dyadwire.ingest.feed.FeedReader;
import io.dyadwire.ingest.feed.ParsedFeed;
import io.dyadwire.ingest.feed.ParsedItem;
import io.dyadwire.ingest.feed.UnreadableFeedException;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one feed parses to: one line of {@code dyadwire feed --jsonl}.
 *
 * @param file as it was named
 * @param ok whether it is a feed that we can read
 * @param error why not, in words
 */
record FeedLine(
        String file,
        boolean ok,
        @Nullable String error,
        @Nullable String format,
        @Nullable String title,
        @Nullable URI link,
        List<Item> items) {

    /**
     * One item.
     *
     * @param id the feed's own id for it
     * @param summary HTML, as it stands
     * @param text HTML of the whole article, as it stands; absent when there is only a summary
     * @param dateRaw the date as written
     */
    record Item(
            @Nullable String id,
            @Nullable URI url,
            String title,
            @Nullable String summary,
            @Nullable String text,
            @Nullable Instant publishedAt,
            @Nullable Instant updatedAt,
            @Nullable String dateRaw,
            List<String> authors,
            List<String> categories,
            @Nullable String language) {
        static Item of(ParsedItem item) {
            return new Item(
                    item.guid(),
                    item.url(),
                    item.title(),
                    item.summary(),
                    item.content(),
                    item.publishedAt(),
                    item.updatedAt(),
                    item.publishedRaw(),
                    item.authors(),
                    item.categories(),
                    item.language());
        }
    }

    /** Reads it; what goes wrong is in the line, so that the next file goes on. */
    static FeedLine read(String named, FeedReader reader) {
        try {
            Source source = Source.read(named);
            ParsedFeed feed = reader.read(source.bytes(), source.contentType(), source.address());
            return new FeedLine(
                    named,
                    true,
                    null,
                    feed.format(),
                    feed.title(),
                    feed.link(),
                    feed.items().stream().map(Item::of).toList());
        } catch (UnreadableFeedException | IOException | IllegalArgumentException e) {
            return new FeedLine(named, false, e.getMessage(), null, null, null, List.of());
        }
    }
}
