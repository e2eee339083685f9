package io.dyadwire.alerts.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values by key, each with a time, and forgotten when there is news that much newer; no more of them than there is room for,
 * those that were put first leave then.
 */
final class Dated<T> {
    private final Duration kept;
    private final int most;
    private final Map<String, Entry<T>> entries = new LinkedHashMap<>();
    private Instant newest = Instant.MIN;
    private boolean whole = true;

    private record Entry<T>(T value, Instant at) {}

    Dated(Duration kept, int most) {
        this.kept = kept;
        this.most = most;
    }

    @Nullable
    T get(String key) {
        Entry<T> entry = entries.get(key);
        return entry == null || isOver(entry) ? null : entry.value();
    }

    /** Keeps the later time of the two where one is there already. */
    void put(String key, T value, Instant at) {
        Entry<T> known = entries.remove(key);
        Instant time = known != null && known.at().isAfter(at) ? known.at() : at;
        entries.put(key, new Entry<>(value, time));
        if (entries.size() > most) {
            whole = false;
            entries.remove(entries.keySet().iterator().next());
        }
    }

    /** Forgets what is too old beside this; what came out of order may stay for a while, and is not given any more. */
    void forget(Instant news) {
        newest = news;
        Iterator<Entry<T>> oldest = entries.values().iterator();
        while (oldest.hasNext() && isOver(oldest.next())) {
            oldest.remove();
        }
    }

    /** Whether nothing had to leave for want of room. */
    boolean isWhole() {
        return whole;
    }

    private boolean isOver(Entry<T> entry) {
        return !entry.at().plus(kept).isAfter(newest);
    }
}
