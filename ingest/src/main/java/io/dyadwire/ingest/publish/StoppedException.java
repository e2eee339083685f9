package io.dyadwire.ingest.publish;

/** We were closed, or the feed is no longer ours. */
public final class StoppedException extends Exception {
    private static final long serialVersionUID = 1L;
}
