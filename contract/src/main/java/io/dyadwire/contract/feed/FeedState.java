package io.dyadwire.contract.feed;

import io.dyadwire.contract.Check;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that must survive a restart to poll a feed politely and publish each item once. Key on Kafka: {@code feedId}.
 *
 * @param url where it is read: as listed, or where a permanent redirect that proved itself leads
 * @param listedUrl as the list of feeds has it; absent in records of old
 * @param etag as the server gave it, byte for byte
 * @param lastModified as the server gave it, byte for byte
 * @param bodyHash of the last body read, to spare parsing the same bytes again
 * @param lastPollAt UTC; absent before the first poll
 * @param nextPollAt not before then; {@link #NEVER} when it is not polled by itself any more
 * @param lastNewsAt when it last had something new, UTC
 * @param health in a word; {@link #inWords} says more
 * @param consecutiveErrors polls that failed since the last good one; while our own network is down, none is counted
 * @param lastError in words
 * @param failingSince the first poll that failed since the last good one, UTC; absent when it does not fail
 * @param goneSince when the server first said that it is gone for good (HTTP 410), UTC; absent when it did not
 * @param quietSince when it was found that it has had no news for long, though it was lively once, UTC; the news before
 *     that are at {@code lastNewsAt}; absent as soon as there are news again
 * @param hostClosedUntil the server asked to leave its whole host alone until then (429 or 503 with Retry-After), UTC;
 *     absent when it did not with the last answer
 * @param move a permanent redirect under observation
 * @param pace absent before the first good answer, and in records of old
 * @param changingGuids absent while its items keep their guids, as they should
 * @param push absent when the feed names no hub, and in records of old
 * @param known items by article id; bounded
 */
public record FeedState(
        String feedId,
        URI url,
        @Nullable URI listedUrl,
        @Nullable String title,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String bodyHash,
        @Nullable Instant lastPollAt,
        Instant nextPollAt,
        @Nullable Instant lastNewsAt,
        FeedHealth health,
        int consecutiveErrors,
        @Nullable String lastError,
        @Nullable Instant failingSince,
        @Nullable Instant goneSince,
        @Nullable Instant quietSince,
        @Nullable Instant hostClosedUntil,
        @Nullable FeedMove move,
        @Nullable FeedPace pace,
        @Nullable ChangingGuids changingGuids,
        @Nullable FeedPush push,
        Map<String, KnownItem> known,
        Ledger ledger) {
    /** Stands for no next poll. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    public FeedState {
        Check.text("feedId", feedId);
        Check.absolute("url", Check.present("url", url));
        Check.absolute("listedUrl", listedUrl);
        Check.present("nextPollAt", nextPollAt);
        Check.atLeast("consecutiveErrors", consecutiveErrors, 0);
        health = health == null ? (consecutiveErrors > 0 ? FeedHealth.FAILING : FeedHealth.OK) : health;
        known = Check.map("known", known);
        ledger = ledger == null ? Ledger.EMPTY : ledger;
    }

    /** A feed that was never polled. */
    public static FeedState fresh(String feedId, URI listed, @Nullable String title, Instant firstPollAt) {
        return new FeedStateChange(feedId, listed)
                .title(title)
                .nextPollAt(firstPollAt)
                .done();
    }

    /** The same, to be changed. */
    public FeedStateChange change() {
        return new FeedStateChange(this);
    }

    /** Whether it was found with this very poll that it has gone quiet. */
    public boolean justWentQuiet() {
        return quietSince != null && quietSince.equals(lastPollAt);
    }

    /** Whether its items come under other guids time and again, so that they are known by their addresses alone. */
    public boolean guidsChange() {
        return changingGuids != null && changingGuids.proved();
    }

    /** How it is, such as {@code failing since 2019-08-20T06:41:12Z, 3 times: the server answered 500}. */
    public String inWords() {
        return healthInWords() + (guidsChange() ? "; its guids change all the time" : "");
    }

    private String healthInWords() {
        return switch (health) {
            case OK -> lastPollAt == null ? "not polled yet" : "ok";
            case QUIET -> "quiet: no news since " + time(lastNewsAt);
            case FAILING ->
                "failing" + (failingSince == null ? "" : " since " + time(failingSince)) + times() + lastError;
            case DEAD -> "dead: nothing but errors since " + time(failingSince) + ": " + lastError;
            case GONE -> "gone since " + time(goneSince) + (nextPollAt.equals(NEVER) ? ", not polled any more" : "");
        };
    }

    private String times() {
        return consecutiveErrors > 1 ? ", " + consecutiveErrors + " times: " : ": ";
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "long ago" : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
