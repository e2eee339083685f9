package io.dyadwire.ingest.poll;

import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.ingest.feed.FeedReader;
import io.dyadwire.ingest.feed.ParsedFeed;
import io.dyadwire.ingest.feed.UnreadableFeedException;
import io.dyadwire.ingest.fetch.FeedFetcher;
import io.dyadwire.ingest.fetch.FetchOutcome;
import io.dyadwire.ingest.fetch.FetchOutcome.Failed;
import io.dyadwire.ingest.fetch.FetchOutcome.Fetched;
import io.dyadwire.ingest.fetch.FetchOutcome.NotModified;
import io.dyadwire.ingest.fetch.Trouble;
import io.dyadwire.outbound.Turns;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;

/** Asks for one feed and reads what comes. Whatever that is, the outcome is a {@link Poll}. */
public final class FeedPoller {
    private final FeedFetcher fetcher;
    private final FeedReader reader = new FeedReader();
    private final InstantSource clock;

    public FeedPoller(FeedFetcher fetcher, InstantSource clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /** Polls where the state says, with its validators and hash, when the turn of each host has come that it is led to. */
    public Poll poll(FeedSource source, FeedState known, Turns turns) {
        FeedState state = Relocation.asListed(source, known);
        FetchOutcome outcome = fetcher.fetch(state.url(), state.etag(), state.lastModified(), turns);
        Instant now = clock.instant();
        return switch (outcome) {
            case NotModified same -> new Poll.Unchanged(now, same.answer());
            case Failed failed ->
                new Poll.Failed(now, failed.trouble(), failed.reason(), failed.retryAfter(), failed.wholeHost());
            case Fetched fetched -> read(fetched, state, now);
        };
    }

    private Poll read(Fetched fetched, FeedState state, Instant now) {
        String hash = hash(fetched.body());
        if (hash.equals(state.bodyHash())) {
            return new Poll.Unchanged(now, fetched.answer());
        }
        try {
            ParsedFeed feed = reader.read(fetched.body(), fetched.contentType(), fetched.uri());
            // Of a feed that was cut off the rest is still to come: "not modified" must not be the answer next time.
            return feed.complete()
                    ? new Poll.Read(now, feed, hash, fetched.answer())
                    : new Poll.Read(now, feed, "", fetched.answer().withoutValidators());
        } catch (UnreadableFeedException e) {
            return new Poll.Failed(now, Trouble.UNREADABLE, e.getMessage());
        }
    }

    private static String hash(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
