package io.dyadwire.alerts.view;

import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.pair.PairActivity;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How much is written about each pair, as the newest record of each says. Thread-safe. */
public final class PairView {
    private final Map<Pair, PairActivity> newest = new ConcurrentHashMap<>();
    private volatile boolean complete;

    void put(PairActivity activity) {
        newest.put(activity.pair(), activity);
    }

    void complete() {
        complete = true;
    }

    /** Whether all that was on the topic at the start has been read. */
    public boolean isComplete() {
        return complete;
    }

    /** All of them, the newest day first, then those of which most is written. */
    public List<PairActivity> all() {
        Collection<PairActivity> all = newest.values();
        return all.stream()
                .sorted(Comparator.comparing(PairActivity::day)
                        .thenComparingLong(PairActivity::articles)
                        .reversed()
                        .thenComparing(activity -> activity.pair().value()))
                .toList();
    }
}
