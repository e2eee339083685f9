package io.dyadwire.alerts.topology;

import io.dyadwire.alerts.topology.Countdown.Moment;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.alert.DecisionOutcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a desk is reminded now. Pure: the moments of the date, what was done, and the clock decide.
 *
 * <ul>
 *   <li>Nothing is due twice: only moments after {@code done} count, and {@code done} never goes back.
 *   <li>Of several moments missed in a downtime only the latest is told.
 *   <li>No reminder once the last day is over, so that an old article that is replayed never reminds.
 *   <li>What was skipped, and nobody told, by a clock that was far ahead is not done once the clock is right: see {@link #isAhead}.
 *   <li>That a day has passed is told up to {@code lateness} after it was due, and not years later.
 * </ul>
 */
final class ReminderPolicy {
    /** Clocks that are set right go back by seconds or hours; one that was further ahead was wrong. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Duration lateness;

    ReminderPolicy(Duration lateness) {
        this.lateness = lateness;
    }

    /** Whether this moment, told by the clock, shows that the clock was wrong then. */
    static boolean isAhead(Instant told, Instant now) {
        return told.isAfter(now.plus(AHEAD));
    }

    /** What is to be done now. */
    sealed interface Verdict {
        /** Tell the desk; everything up to this moment is done then. */
        record Fire(Moment moment) implements Verdict {}

        /** Tell nobody; everything up to this moment is done. */
        record Skip(Moment moment, DecisionOutcome why) implements Verdict {}
    }

    /** The verdict on this date; null when nothing is due. */
    @Nullable
    Verdict judge(Countdown countdown, Instant done, Instant now) {
        Moment moment = countdown.lastBetween(done, now);
        if (moment == null) {
            return null;
        }
        if (moment.type() == AlertType.REMINDER && !now.isBefore(countdown.end())) {
            return new Verdict.Skip(moment, DecisionOutcome.OVER);
        }
        if (moment.type() == AlertType.PASSED && now.isAfter(moment.at().plus(lateness))) {
            return new Verdict.Skip(moment, DecisionOutcome.LATE);
        }
        return new Verdict.Fire(moment);
    }

    /** The last reminder that was missed, as its day has passed since; null when none was. */
    @Nullable
    static Moment missed(Countdown countdown, Instant done, Instant now) {
        Moment moment = countdown.lastBetween(done, now);
        return moment == null || moment.type() != AlertType.PASSED
                ? null
                : countdown.lastBetween(done, moment.at().minusNanos(1));
    }
}
