package io.dyadwire.alerts.discipline;

import io.dyadwire.alerts.plan.Floor;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.alert.AlertId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people at the desk think of a rule's alerts.
 *
 * @param byAlert whether each rated alert was useful, as last said; the newest {@value #MAX}
 */
public record Ratings(Map<String, Boolean> byAlert) {
    public static final Ratings NONE = new Ratings(Map.of());
    private static final int MAX = 200;

    public Ratings {
        // In the order in which they came, so that the oldest leave.
        byAlert = new LinkedHashMap<>(Check.present("byAlert", byAlert));
    }

    /** With one more. */
    public Ratings with(AlertId alert, boolean useful) {
        Map<String, Boolean> all = new LinkedHashMap<>(byAlert);
        all.remove(alert.value());
        all.put(alert.value(), useful);
        if (all.size() > MAX) {
            all.remove(all.keySet().iterator().next());
        }
        return new Ratings(all);
    }

    public int rated() {
        return byAlert.size();
    }

    public long useful() {
        return byAlert.values().stream().filter(useful -> useful).count();
    }

    boolean isUnder(@Nullable Floor floor) {
        return floor != null && rated() >= floor.rated() && useful() < floor.precision() * rated();
    }
}
