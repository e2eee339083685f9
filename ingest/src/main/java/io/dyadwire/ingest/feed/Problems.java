package io.dyadwire.ingest.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was wrong with a feed that could be read all the same, in words; the same thing is said once, with its count. */
final class Problems {
    private static final int MAX = 20;

    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private boolean cutOff;

    void add(String problem) {
        add(problem, 1);
    }

    void add(String problem, int times) {
        if (times > 0 && (counts.size() < MAX || counts.containsKey(problem))) {
            counts.merge(problem, times, Integer::sum);
        }
    }

    /** The file ended before the feed did. */
    void addCutOff(String problem) {
        add(problem);
        cutOff = true;
    }

    boolean isCutOff() {
        return cutOff;
    }

    List<String> list() {
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() == 1 ? entry.getKey() : entry.getKey() + " (" + entry.getValue() + "×)")
                .toList();
    }
}
