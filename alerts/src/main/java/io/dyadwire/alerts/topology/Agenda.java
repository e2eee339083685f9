package io.dyadwire.alerts.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What to look at, and when: ids in the order of their next moment. Derived from the stores and the rules at each start,
 * so that a changed rule counts at once; nothing here has to survive a restart.
 */
final class Agenda {
    private final Map<String, Instant> moments = new HashMap<>();
    private final TreeMap<Instant, Set<String>> order = new TreeMap<>();

    /** Looks at this at that moment, and no more at the one set before; never when it is null. */
    void set(String id, @Nullable Instant moment) {
        Instant before = moment == null ? moments.remove(id) : moments.put(id, moment);
        if (before != null) {
            Set<String> then = order.get(before);
            if (then != null && then.remove(id) && then.isEmpty()) {
                order.remove(before);
            }
        }
        if (moment != null) {
            order.computeIfAbsent(moment, at -> new LinkedHashSet<>()).add(id);
        }
    }

    /** All whose moment is not after now, earliest first; they are off the agenda then. */
    List<String> due(Instant now) {
        List<String> due = new ArrayList<>();
        while (!order.isEmpty() && !order.firstKey().isAfter(now)) {
            due.addAll(order.pollFirstEntry().getValue());
        }
        moments.keySet().removeAll(due);
        return due;
    }
}
