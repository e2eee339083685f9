package io.dyadwire.ingest.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** These bytes are no feed that we can read. The message says what was received instead, for people. */
public final class UnreadableFeedException extends Exception {
    private final transient List<FeedLink> offered;

    public UnreadableFeedException(String message) {
        this(message, List.of());
    }

    public UnreadableFeedException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.offered = List.of();
    }

    UnreadableFeedException(String message, List<FeedLink> offered) {
        super(message);
        this.offered = List.copyOf(offered);
    }

    /** The feeds that the page links to, when an HTML page was received. */
    public List<FeedLink> offered() {
        return offered;
    }
}
