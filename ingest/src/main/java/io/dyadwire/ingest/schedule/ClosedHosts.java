package io.dyadwire.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Hosts that asked to be left alone, all their feeds, until a time (HTTP 429 or 503 with Retry-After). */
public final class ClosedHosts {
    private final ConcurrentMap<String, Instant> closed = new ConcurrentHashMap<>();

    /** The later time holds. */
    public void close(String host, Instant until) {
        closed.merge(host, until, (a, b) -> a.isAfter(b) ? a : b);
    }

    /** The clock was set back by so much: what was measured by it lies as much earlier. */
    public void setBack(Duration by) {
        closed.replaceAll((host, until) -> until.minus(by));
    }

    /** When this host may be asked: now, if it did not ask for anything. */
    public Instant opensAt(String host, Instant now) {
        Instant until = closed.get(host);
        if (until == null || until.isAfter(now)) {
            return until == null ? now : until;
        }
        closed.remove(host, until);
        return now;
    }
}
