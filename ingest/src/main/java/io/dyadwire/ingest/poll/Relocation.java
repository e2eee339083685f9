package io.dyadwire.ingest.poll;

import io.dyadwire.contract.feed.FeedHealth;
import io.dyadwire.contract.feed.FeedMove;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.feed.FeedStateChange;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a feed is read. A permanent redirect is followed at once but believed only when it led to the same place with
 * three polls in a row over a day and a feed was read there: a server that is set up wrongly for an hour, or a login page
 * of some hotel, must not rewrite the list. Nothing leads from https back to http for good.
 */
final class Relocation {
    private static final int POLLS = 3;
    private static final Duration LASTS = Duration.ofDays(1);

    private Relocation() {}

    /** The state to go on with: when the list has got another address, the feed is asked there as if for the first time. */
    static FeedState asListed(FeedSource source, FeedState state) {
        URI listed = state.listedUrl() == null ? state.url() : state.listedUrl();
        if (listed.equals(source.url())) {
            return state;
        }
        return state.change()
                .url(source.url())
                .listedUrl(source.url())
                .etag(null)
                .lastModified(null)
                .bodyHash(null)
                .move(null)
                .health(FeedHealth.OK)
                .consecutiveErrors(0)
                .lastError(null)
                .failingSince(null)
                .goneSince(null)
                .hostClosedUntil(null)
                .push(null)
                .done();
    }

    /**
     * Notes where a good answer came from.
     *
     * @param to where permanent redirects led; null when there were none
     * @param read whether there was a feed to read, not just "nothing changed"
     */
    static FeedStateChange observe(
            FeedStateChange change, FeedState before, @Nullable URI to, Instant at, boolean read) {
        if (to == null || to.equals(before.url()) || losesSecurity(before.url(), to)) {
            return change.move(null);
        }
        FeedMove last = before.move();
        FeedMove move = last != null && last.to().equals(to)
                ? new FeedMove(to, last.since(), last.polls() + 1)
                : new FeedMove(to, at, 1);
        boolean proved =
                read && move.polls() >= POLLS && !at.isBefore(move.since().plus(LASTS));
        return proved ? change.url(to).move(null) : change.move(move);
    }

    private static boolean losesSecurity(URI from, URI to) {
        return "https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme());
    }
}
