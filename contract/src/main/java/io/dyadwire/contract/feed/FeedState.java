package io.dyadwire.contract.feed;

import io.dyadwire.contract.Check;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that must survive a restart to poll a feed politely and publish each item once. Key on Kafka: {@code feedId}.
 *
 * @param etag as the server gave it, byte for byte
 * @param lastModified as the server gave it, byte for byte
 * @param lastPollAt UTC; absent before the first poll
 * @param lastNewsAt when it last had something new, UTC
 * @param consecutiveErrors polls that failed since the last good one
 * @param lastError in words
 * @param bodyHash of the last body read, to spare parsing the same bytes again
 * @param known items by article id; bounded
 */
public record FeedState(
        String feedId,
        URI url,
        @Nullable String title,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String bodyHash,
        @Nullable Instant lastPollAt,
        Instant nextPollAt,
        @Nullable Instant lastNewsAt,
        int consecutiveErrors,
        @Nullable String lastError,
        Map<String, KnownItem> known,
        Ledger ledger) {
    public FeedState {
        Check.text("feedId", feedId);
        Check.absolute("url", Check.present("url", url));
        Check.present("nextPollAt", nextPollAt);
        Check.atLeast("consecutiveErrors", consecutiveErrors, 0);
        known = Check.map("known", known);
        ledger = ledger == null ? Ledger.EMPTY : ledger;
    }
}
