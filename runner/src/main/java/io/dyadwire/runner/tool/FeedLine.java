package io.dyadwire.runner.tool;

import io.dyadwire.ingest.feed.FeedLink;
import io.dyadwire.ingest.feed.FeedReader;
import io.dyadwire.ingest.feed.LinkSource;
import io.dyadwire.ingest.feed.ParsedFeed;
import io.dyadwire.ingest.feed.ParsedItem;
import io.dyadwire.ingest.feed.UnreadableFeedException;
import io.dyadwire.runner.source.Source;
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
 * @param problems what was wrong with it and got around, in words
 * @param offered the feeds that an HTML page links to, when that is what was received
 */
record FeedLine(
        String file,
        boolean ok,
        @Nullable String error,
        @Nullable String format,
        @Nullable String title,
        @Nullable URI link,
        List<Item> items,
        List<String> problems,
        List<FeedLink> offered) {

    /**
     * One item.
     *
     * @param urlSource where the address was found: {@code item}, {@code guid}, {@code attached}, or only the {@code site}
     * @param id the feed's own id for it
     * @param summary HTML, as it stands
     * @param text HTML of the whole article, as it stands; absent when there is only a summary
     * @param dateRaw the date of publication as written
     * @param updatedRaw the date of the last change as written
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
            @Nullable String updatedRaw,
            List<String> authors,
            List<String> categories,
            @Nullable String language,
            @Nullable LinkSource urlSource) {
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
                    item.updatedRaw(),
                    item.authors(),
                    item.categories(),
                    item.language(),
                    item.urlSource());
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
                    feed.items().stream().map(Item::of).toList(),
                    feed.problems(),
                    List.of());
        } catch (UnreadableFeedException e) {
            return unread(named, e, e.offered());
        } catch (IOException | IllegalArgumentException e) {
            return unread(named, e, List.of());
        }
    }

    private static FeedLine unread(String named, Exception why, List<FeedLink> offered) {
        return new FeedLine(named, false, why.getMessage(), null, null, null, List.of(), List.of(), offered);
    }
}
