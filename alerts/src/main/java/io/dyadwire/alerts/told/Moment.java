package io.dyadwire.alerts.told;

import io.dyadwire.contract.rule.DeskId;
import java.time.Instant;
import java.util.Comparator;

/**
 * Where an alert stands among all: newest first.
 *
 * @param offset on the topic of its desk
 */
public record Moment(Instant at, DeskId desk, long offset) implements Comparable<Moment> {
    private static final Comparator<Moment> ORDER = Comparator.comparing(Moment::at)
            .thenComparing(moment -> moment.desk().value())
            .thenComparingLong(Moment::offset)
            .reversed();

    @Override
    public int compareTo(Moment other) {
        return ORDER.compare(this, other);
    }
}
