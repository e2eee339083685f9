package io.dyadwire.ingest.opml;

import io.dyadwire.contract.feed.FeedSource;
import java.util.List;

/**
 * The feeds of a list, in its order.
 *
 * @param warnings what was left out, with file, line and why, such as an address that stands there twice
 */
public record FeedList(List<FeedSource> feeds, List<String> warnings) {
    public FeedList {
        feeds = List.copyOf(feeds);
        warnings = List.copyOf(warnings);
    }
}
