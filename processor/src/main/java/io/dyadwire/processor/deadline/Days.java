package io.dyadwire.processor.deadline;

import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.deadline.Precision;
import java.time.Instant;
import java.time.ZoneOffset;

/** How dates of different precision lie to one another. */
final class Days {
    private Days() {}

    /** Whether a coarser date has a finer one inside it: 2019-08 holds 2019-08-24. */
    static boolean holds(PartialDate coarse, PartialDate fine) {
        return !coarse.equals(fine)
                && !fine.firstDay().isBefore(coarse.firstDay())
                && !fine.lastDay().isAfter(coarse.lastDay());
    }

    /** Whether the one is the day before the other. */
    static boolean adjoin(PartialDate one, PartialDate other) {
        return one.precision() == Precision.DAY
                && other.precision() == Precision.DAY
                && Math.abs(one.firstDay().toEpochDay() - other.firstDay().toEpochDay()) == 1;
    }

    /** By the last day, else by the first. */
    static boolean isLater(PartialDate day, PartialDate than) {
        int byEnd = day.lastDay().compareTo(than.lastDay());
        return byEnd > 0 || (byEnd == 0 && day.firstDay().isAfter(than.firstDay()));
    }

    /** Whether its last day is over then, in UTC. */
    static boolean isOver(PartialDate day, Instant then) {
        return !then.isBefore(
                day.lastDay().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
