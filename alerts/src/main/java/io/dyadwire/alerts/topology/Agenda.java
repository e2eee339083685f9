package io.dyadwire.alerts.topology;

import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What to look at, and when: ids in the order of their next moment. Derived from the stores and the rules at each start,
 * so that a changed rule counts at once; nothing here has to survive a restart.
 */
public final class Agenda {
    private final Map<String, Instant> moments = new HashMap<>();
    private final TreeMap<Instant, Set<String>> order = new TreeMap<>();

    /** Looks at this at that moment, and no more at the one set before; never when it is null. */
    public void set(String id, @Nullable Instant moment) {
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

    /** The one with the earliest moment, which is off the agenda then; null when none is due by now. */
    public @Nullable String next(Instant now) {
        Map.Entry<Instant, Set<String>> first = order.firstEntry();
        if (first == null || first.getKey().isAfter(now)) {
            return null;
        }
        Iterator<String> ids = first.getValue().iterator();
        String id = ids.next();
        ids.remove();
        if (first.getValue().isEmpty()) {
            order.remove(first.getKey());
        }
        moments.remove(id);
        return id;
    }
}
