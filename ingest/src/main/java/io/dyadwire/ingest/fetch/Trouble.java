package io.dyadwire.ingest.fetch;

import java.util.Locale;

/** Why a poll gave no feed, as a closed set: what to do next depends on it. */
public enum Trouble {
    /** No address for the name, or no connection. */
    NETWORK,
    /** It took too long. A server that hangs is its own affair: the network led there. */
    TIMEOUT,
    /** No address or no connection, and for most other hosts neither: it is our own network. */
    OUTAGE,
    /** HTTP 410. */
    GONE,
    /** HTTP 404. */
    NOT_FOUND,
    /** HTTP 401 and 403. */
    DENIED,
    /** HTTP 429 and 503: not now. */
    BUSY,
    /** Any other status that is no feed. */
    STATUS,
    /** We do not go there. */
    REFUSED,
    /** An answer that we do not take: too large, redirected in circles, no HTTP. */
    BAD_ANSWER,
    /** What came is no feed. */
    UNREADABLE,
    /** We made a mistake. */
    MISTAKE;

    /** For metrics, such as {@code not-found}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
