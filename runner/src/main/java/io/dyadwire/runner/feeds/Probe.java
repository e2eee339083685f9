package io.dyadwire.runner.feeds;

import io.dyadwire.ingest.feed.FeedLink;
import io.dyadwire.ingest.feed.FeedReader;
import io.dyadwire.ingest.feed.ParsedFeed;
import io.dyadwire.ingest.feed.ParsedItem;
import io.dyadwire.ingest.feed.UnreadableFeedException;
import io.dyadwire.ingest.fetch.FeedFetcher;
import io.dyadwire.ingest.fetch.FetchOutcome;
import io.dyadwire.outbound.OutboundClient;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Asks an address once and says what it found. */
final class Probe {
    /** What is there. */
    sealed interface Found {}

    /**
     * A feed.
     *
     * @param address to ask from now on: as given, or where it has moved for good
     */
    record Feed(URI address, ParsedFeed feed) implements Found {
        /** Such as {@code rss_2.0, 20 items, the latest of 2019-08-20T06:30:00Z}. */
        String inWords() {
            String latest = feed.items().stream()
                    .map(ParsedItem::publishedAt)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .map(Probe::seconds)
                    .map(date -> ", the latest of " + date)
                    .orElse(", without dates");
            long linked =
                    feed.items().stream().filter(item -> item.url() != null).count();
            long without = feed.items().size() - linked;
            String problems = feed.problems().isEmpty() ? "" : "; " + String.join("; ", feed.problems());
            return feed.format() + ", " + feed.items().size() + " items"
                    + (feed.items().isEmpty() ? "" : latest)
                    + (without == 0 ? "" : ", " + without + " of them without a link") + problems;
        }
    }

    /** No feed, but a page that links to some; at least one. */
    record Page(List<FeedLink> feeds) implements Found {}

    /** Neither. */
    record Nothing(String reason) implements Found {}

    private final FeedFetcher fetcher;
    private final FeedReader reader = new FeedReader();

    Probe(OutboundClient client) {
        this.fetcher = new FeedFetcher(client, InstantSource.system());
    }

    Found look(URI address) {
        return switch (fetcher.fetch(address, null, null)) {
            case FetchOutcome.Fetched fetched -> read(address, fetched);
            case FetchOutcome.NotModified same ->
                new Nothing("the server says that nothing changed, though we never asked before");
            case FetchOutcome.Failed failed -> new Nothing(failed.reason());
        };
    }

    private Found read(URI asked, FetchOutcome.Fetched fetched) {
        URI movedTo = fetched.answer().movedTo();
        try {
            ParsedFeed feed = reader.read(fetched.body(), fetched.contentType(), fetched.uri());
            return new Feed(movedTo == null ? asked : movedTo, feed);
        } catch (UnreadableFeedException e) {
            return e.offered().isEmpty() ? new Nothing(String.valueOf(e.getMessage())) : new Page(e.offered());
        }
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
