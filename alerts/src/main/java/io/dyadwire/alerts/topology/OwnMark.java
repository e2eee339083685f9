package io.dyadwire.alerts.topology;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a deadline that a desk set itself.
 *
 * @param due the day it had then; another day starts anew
 * @param since when we first saw it with this day, by the clock
 * @param done every moment of the countdown up to here is done
 * @param skipped nobody was told of the moments up to here, since by the clock it was too late; absent where none was skipped
 */
record OwnMark(
        LocalDate due,
        Instant since,
        Instant done,
        @Nullable Instant skipped) {
    /** Of one seen just now. */
    static OwnMark from(LocalDate due, Instant now) {
        return new OwnMark(due, now, now, null);
    }

    OwnMark told(Instant upTo) {
        return new OwnMark(due, since, upTo, null);
    }

    OwnMark skipping(Instant upTo) {
        return new OwnMark(due, since, done, upTo);
    }

    /** Up to when the countdown is done. */
    Instant upTo() {
        return skipped != null && skipped.isAfter(done) ? skipped : done;
    }

    /** The same without what a clock that was far ahead left in it, nobody told. */
    OwnMark believedAt(Instant now) {
        if (ReminderPolicy.isAhead(since, now)) {
            return from(due, now);
        }
        return skipped != null && ReminderPolicy.isAhead(skipped, now) ? new OwnMark(due, since, done, null) : this;
    }
}
