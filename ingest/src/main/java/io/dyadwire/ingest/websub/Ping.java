package io.dyadwire.ingest.websub;

import java.util.Locale;

/** What became of something that was posted to us. */
public enum Ping {
    /** Signed by the hub: the feed is polled. */
    ACCEPTED,
    /** Not signed, or not in a way that we know. */
    UNSIGNED,
    /** Signed by somebody else. */
    FORGED,
    /** Longer than anybody's feed, or longer in coming. */
    TOO_LARGE,
    /** We have unsubscribed. */
    LEFT,
    /** Nothing that we gave an address to. */
    UNKNOWN;

    /** For metrics, such as {@code too-large}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
