package io.dyadwire.ingest.poll;

import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.ingest.feed.FeedReader;
import io.dyadwire.ingest.feed.UnreadableFeedException;
import io.dyadwire.ingest.fetch.FeedFetcher;
import io.dyadwire.ingest.fetch.FetchOutcome;
import io.dyadwire.ingest.fetch.FetchOutcome.Failed;
import io.dyadwire.ingest.fetch.FetchOutcome.Fetched;
import io.dyadwire.ingest.fetch.FetchOutcome.NotModified;
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

    /** Polls with the validators and the hash of the state. */
    public Poll poll(FeedSource source, FeedState state) {
        FetchOutcome outcome = fetcher.fetch(source.url(), state.etag(), state.lastModified());
        Instant now = clock.instant();
        return switch (outcome) {
            case NotModified same -> new Poll.Unchanged(now, same.etag(), same.lastModified());
            case Failed failed -> new Poll.Failed(now, failed.reason(), failed.retryAfter());
            case Fetched fetched -> read(fetched, state, now);
        };
    }

    private Poll read(Fetched fetched, FeedState state, Instant now) {
        String hash = hash(fetched.body());
        if (hash.equals(state.bodyHash())) {
            return new Poll.Unchanged(now, fetched.etag(), fetched.lastModified());
        }
        try {
            return new Poll.Read(
                    now,
                    reader.read(fetched.body(), fetched.contentType(), fetched.uri()),
                    fetched.etag(),
                    fetched.lastModified(),
                    hash);
        } catch (UnreadableFeedException e) {
            return new Poll.Failed(now, e.getMessage(), null);
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
