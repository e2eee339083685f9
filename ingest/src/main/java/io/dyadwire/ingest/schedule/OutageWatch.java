package io.dyadwire.ingest.schedule;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Tells our own outage from that of others: when more than half of the hosts asked last cannot be reached, it is us. From then
 * on only one poll in a while is let through, to see whether the network is back; the first answer ends it at once.
 */
public final class OutageWatch {
    /** The latest word of so many hosts counts, so that one with hundreds of feeds has one voice. */
    private static final int HOSTS = 50;

    /** Fewer that fail are no sign. */
    private static final int LEAST = 4;

    private static final Duration PROBE_EVERY = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private final Map<String, Boolean> failed = new LinkedHashMap<>();
    private boolean on;
    private long nextProbe;

    /** @param nanoTime real time, as {@link System#nanoTime} */
    public OutageWatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Notes how a poll ended.
     *
     * @param unreachable whether there was no address or no connection
     * @return whether our own network is down
     */
    public synchronized boolean heard(String host, boolean unreachable) {
        if (on && !unreachable) {
            failed.clear();
        }
        failed.remove(host);
        failed.put(host, unreachable);
        if (failed.size() > HOSTS) {
            failed.remove(failed.keySet().iterator().next());
        }
        long silent = failed.values().stream().filter(Boolean::booleanValue).count();
        boolean down = silent >= LEAST && silent * 2 > failed.size();
        if (down && !on) {
            nextProbe = nanoTime.getAsLong() + PROBE_EVERY.toNanos();
        }
        on = down;
        return on;
    }

    public synchronized boolean isOn() {
        return on;
    }

    /** Whether a poll may begin; in an outage, one every ten seconds. */
    public synchronized boolean mayAsk() {
        if (!on) {
            return true;
        }
        long now = nanoTime.getAsLong();
        if (now - nextProbe < 0) {
            return false;
        }
        nextProbe = now + PROBE_EVERY.toNanos();
        return true;
    }
}
