package io.dyadwire.ingest.fetch;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of asking a server for its feed. */
public sealed interface FetchOutcome {
    /** The server says that nothing changed since we asked last. */
    record NotModified(Answer answer) implements FetchOutcome {}

    /**
     * A body to be read.
     *
     * @param uri where it came from, after redirects
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Fetched(byte[] body, @Nullable String contentType, URI uri, Answer answer) implements FetchOutcome {}

    /**
     * No feed.
     *
     * @param reason in words
     * @param retryAfter how long the server asks us to stay away
     * @param wholeHost whether it speaks for all feeds of the host
     */
    record Failed(Trouble trouble, String reason, @Nullable Duration retryAfter, boolean wholeHost)
            implements FetchOutcome {}
}
