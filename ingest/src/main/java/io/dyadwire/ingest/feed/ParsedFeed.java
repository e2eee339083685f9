package io.dyadwire.ingest.feed;

import io.dyadwire.contract.feed.FeedHints;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says, in one shape for all formats.
 *
 * @param format such as {@code rss_2.0}, {@code rss_1.0}, {@code atom_1.0} or {@code json_1.1}
 * @param title plain text in one line; empty when there is none
 * @param link the site it belongs to
 * @param language as the feed says, such as {@code en-US}
 * @param items in the order of the feed
 * @param hints how often it asks to be read; absent when it does not say
 * @param hubs the hub that tells of news, and what the feed calls itself; absent when it says neither
 * @param problems what was wrong and got around, in words; empty for a clean feed
 * @param complete false when the file ended before the feed did: there may be more items
 */
public record ParsedFeed(
        String format,
        String title,
        @Nullable URI link,
        @Nullable String language,
        List<ParsedItem> items,
        @Nullable FeedHints hints,
        @Nullable HubLinks hubs,
        List<String> problems,
        boolean complete) {
    public ParsedFeed {
        items = List.copyOf(items);
        hubs = HubLinks.NONE.equals(hubs) ? null : hubs;
        problems = List.copyOf(problems);
    }

    /** One that says neither how often to read it nor who tells of news. */
    public ParsedFeed(
            String format, String title, @Nullable URI link, @Nullable String language, List<ParsedItem> items) {
        this(format, title, link, language, items, null, null, List.of(), true);
    }
}
