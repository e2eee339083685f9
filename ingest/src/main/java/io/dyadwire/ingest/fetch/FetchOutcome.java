package io.dyadwire.ingest.fetch;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of asking a server for its feed. */
public sealed interface FetchOutcome {
    /** The server says that nothing changed since we asked last. */
    record NotModified(@Nullable String etag, @Nullable String lastModified) implements FetchOutcome {}

    /**
     * A body to be read.
     *
     * @param uri where it came from, after redirects
     * @param etag byte for byte, to be sent back
     * @param lastModified byte for byte, to be sent back
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Fetched(
            byte[] body,
            @Nullable String contentType,
            URI uri,
            @Nullable String etag,
            @Nullable String lastModified) implements FetchOutcome {}

    /**
     * No feed.
     *
     * @param reason in words
     * @param retryAfter how long the server asks us to stay away
     */
    record Failed(String reason, @Nullable Duration retryAfter) implements FetchOutcome {}
}
