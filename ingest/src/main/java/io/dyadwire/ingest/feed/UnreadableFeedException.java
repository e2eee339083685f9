package io.dyadwire.ingest.feed;

import org.jspecify.annotations.Nullable;

/** These bytes are no feed that we can read. The message says what was received instead, for people. */
public final class UnreadableFeedException extends Exception {
    public UnreadableFeedException(String message) {
        this(message, null);
    }

    public UnreadableFeedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
