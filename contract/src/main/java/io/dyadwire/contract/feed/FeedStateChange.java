package io.dyadwire.contract.feed;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link FeedState} in the making: what is not set stays as it was. */
public final class FeedStateChange {
    private final String feedId;
    private URI url;
    private @Nullable URI listedUrl;
    private @Nullable String title;
    private @Nullable String etag;
    private @Nullable String lastModified;
    private @Nullable String bodyHash;
    private @Nullable Instant lastPollAt;
    private Instant nextPollAt = Instant.EPOCH;
    private @Nullable Instant lastNewsAt;
    private FeedHealth health = FeedHealth.OK;
    private int consecutiveErrors;
    private @Nullable String lastError;
    private @Nullable Instant failingSince;
    private @Nullable Instant goneSince;
    private @Nullable Instant quietSince;
    private @Nullable Instant hostClosedUntil;
    private @Nullable FeedMove move;
    private @Nullable FeedPace pace;
    private @Nullable ChangingGuids changingGuids;
    private @Nullable FeedPush push;
    private Map<String, KnownItem> known = Map.of();
    private Ledger ledger = Ledger.EMPTY;

    FeedStateChange(String feedId, URI listed) {
        this.feedId = feedId;
        this.url = listed;
        this.listedUrl = listed;
    }

    FeedStateChange(FeedState state) {
        this.feedId = state.feedId();
        this.url = state.url();
        this.listedUrl = state.listedUrl();
        this.title = state.title();
        this.etag = state.etag();
        this.lastModified = state.lastModified();
        this.bodyHash = state.bodyHash();
        this.lastPollAt = state.lastPollAt();
        this.nextPollAt = state.nextPollAt();
        this.lastNewsAt = state.lastNewsAt();
        this.health = state.health();
        this.consecutiveErrors = state.consecutiveErrors();
        this.lastError = state.lastError();
        this.failingSince = state.failingSince();
        this.goneSince = state.goneSince();
        this.quietSince = state.quietSince();
        this.hostClosedUntil = state.hostClosedUntil();
        this.move = state.move();
        this.pace = state.pace();
        this.changingGuids = state.changingGuids();
        this.push = state.push();
        this.known = state.known();
        this.ledger = state.ledger();
    }

    /** The new state. */
    public FeedState done() {
        return new FeedState(
                feedId,
                url,
                listedUrl,
                title,
                etag,
                lastModified,
                bodyHash,
                lastPollAt,
                nextPollAt,
                lastNewsAt,
                health,
                consecutiveErrors,
                lastError,
                failingSince,
                goneSince,
                quietSince,
                hostClosedUntil,
                move,
                pace,
                changingGuids,
                push,
                known,
                ledger);
    }

    public FeedStateChange url(URI value) {
        url = value;
        return this;
    }

    public FeedStateChange listedUrl(@Nullable URI value) {
        listedUrl = value;
        return this;
    }

    public FeedStateChange title(@Nullable String value) {
        title = value;
        return this;
    }

    public FeedStateChange etag(@Nullable String value) {
        etag = value;
        return this;
    }

    public FeedStateChange lastModified(@Nullable String value) {
        lastModified = value;
        return this;
    }

    public FeedStateChange bodyHash(@Nullable String value) {
        bodyHash = value;
        return this;
    }

    public FeedStateChange lastPollAt(@Nullable Instant value) {
        lastPollAt = value;
        return this;
    }

    public FeedStateChange nextPollAt(Instant value) {
        nextPollAt = value;
        return this;
    }

    public FeedStateChange lastNewsAt(@Nullable Instant value) {
        lastNewsAt = value;
        return this;
    }

    public FeedStateChange health(FeedHealth value) {
        health = value;
        return this;
    }

    public FeedStateChange consecutiveErrors(int value) {
        consecutiveErrors = value;
        return this;
    }

    public FeedStateChange lastError(@Nullable String value) {
        lastError = value;
        return this;
    }

    public FeedStateChange failingSince(@Nullable Instant value) {
        failingSince = value;
        return this;
    }

    public FeedStateChange goneSince(@Nullable Instant value) {
        goneSince = value;
        return this;
    }

    public FeedStateChange quietSince(@Nullable Instant value) {
        quietSince = value;
        return this;
    }

    public FeedStateChange hostClosedUntil(@Nullable Instant value) {
        hostClosedUntil = value;
        return this;
    }

    public FeedStateChange move(@Nullable FeedMove value) {
        move = value;
        return this;
    }

    public FeedStateChange pace(@Nullable FeedPace value) {
        pace = value;
        return this;
    }

    public FeedStateChange changingGuids(@Nullable ChangingGuids value) {
        changingGuids = value;
        return this;
    }

    public FeedStateChange push(@Nullable FeedPush value) {
        push = value;
        return this;
    }

    public FeedStateChange known(Map<String, KnownItem> value) {
        known = value;
        return this;
    }

    public FeedStateChange ledger(Ledger value) {
        ledger = value;
        return this;
    }
}
