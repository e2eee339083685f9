package io.dyadwire.alerts.delivery;

import java.util.NavigableMap;
import java.util.TreeMap;

/** How far one desk's alerts are dealt with on all of its channels. Thread-safe. */
final class Progress {
    private final NavigableMap<Long, Integer> open = new TreeMap<>();
    private long next = -1;

    /** This record was read; what is read before it was opened first. */
    synchronized void read(long offset) {
        next = offset + 1;
    }

    /** One channel has it to deliver. */
    synchronized void opened(long offset) {
        open.merge(offset, 1, Integer::sum);
    }

    /** One channel has written down where it stands with it. */
    synchronized void closed(long offset) {
        open.computeIfPresent(offset, (key, left) -> left == 1 ? null : left - 1);
    }

    /** The first offset that a restart has to read again; -1 before anything was read. */
    synchronized long reached() {
        return open.isEmpty() ? next : open.firstKey();
    }

    /** How many offsets lie between what is dealt with and what was read. */
    synchronized long span() {
        return open.isEmpty() ? 0 : next - open.firstKey();
    }
}
