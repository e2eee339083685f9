package io.dyadwire.ingest.poll;

import io.dyadwire.ingest.feed.ParsedFeed;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one poll of one feed brought, before it is set against what is known. {@code at} is when it ended, UTC. */
public sealed interface Poll {
    Instant at();

    /**
     * A feed was read.
     *
     * @param bodyHash of the bytes, to recognise the same bytes next time
     */
    record Read(
            Instant at,
            ParsedFeed feed,
            @Nullable String etag,
            @Nullable String lastModified,
            String bodyHash) implements Poll {}

    /** The server said that nothing changed, or sent the same bytes again. */
    record Unchanged(
            Instant at, @Nullable String etag, @Nullable String lastModified) implements Poll {}

    /**
     * No feed.
     *
     * @param reason in words
     */
    record Failed(Instant at, String reason, @Nullable Duration retryAfter) implements Poll {}
}
