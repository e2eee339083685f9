package io.dyadwire.ingest.poll;

import io.dyadwire.ingest.feed.ParsedFeed;
import io.dyadwire.ingest.fetch.Answer;
import io.dyadwire.ingest.fetch.Trouble;
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
    record Read(Instant at, ParsedFeed feed, String bodyHash, Answer answer) implements Poll {}

    /** The server said that nothing changed, or sent the same bytes again. */
    record Unchanged(Instant at, Answer answer) implements Poll {}

    /**
     * No feed.
     *
     * @param reason in words
     * @param retryAfter how long the server asks us to stay away
     * @param wholeHost whether it speaks for all feeds of the host
     */
    record Failed(
            Instant at,
            Trouble trouble,
            String reason,
            @Nullable Duration retryAfter,
            boolean wholeHost) implements Poll {
        /** A failure that nobody put a time to. */
        public Failed(Instant at, Trouble trouble, String reason) {
            this(at, trouble, reason, null, false);
        }
    }
}
