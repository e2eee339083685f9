package io.dyadwire.alerts.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which feed a hub is to be told of next: what changes within a second is told at once, no feed more often than every ten
 * seconds, and one that the hub does not take again after 5, 10, 20 seconds and so on up to ten minutes.
 */
final class FeedPings {
    static final Duration GATHER = Duration.ofSeconds(1);
    static final Duration APART = Duration.ofSeconds(10);
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int DOUBLINGS = 7;

    private final Map<String, Waiting> waiting = new HashMap<>();
    private final Map<String, Instant> told = new HashMap<>();

    /** @param failures attempts that came to nothing */
    private record Waiting(Instant due, int failures) {}

    void changed(String path, Instant now) {
        Instant soon = now.plus(GATHER);
        Instant before = told.getOrDefault(path, Instant.EPOCH).plus(APART);
        waiting.putIfAbsent(path, new Waiting(before.isAfter(soon) ? before : soon, 0));
    }

    /** The one that has been due for longest; null when none is. */
    @Nullable
    String due(Instant now) {
        return waiting.entrySet().stream()
                .filter(one -> !one.getValue().due().isAfter(now))
                .min(Comparator.comparing(one -> one.getValue().due()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    void told(String path, Instant now) {
        waiting.remove(path);
        told.values().removeIf(at -> !at.plus(APART).isAfter(now));
        told.put(path, now);
    }

    /** Has come to nothing, for the so many-th time. */
    int failed(String path, Instant now) {
        int failures = waiting.get(path).failures() + 1;
        Duration longer = FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        waiting.put(path, new Waiting(now.plus(longer.compareTo(LONGEST) < 0 ? longer : LONGEST), failures));
        return failures;
    }
}
