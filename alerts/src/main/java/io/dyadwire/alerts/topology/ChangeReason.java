package io.dyadwire.alerts.topology;

import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.DeadlineStatement;
import io.dyadwire.contract.deadline.MoveKind;
import io.dyadwire.contract.deadline.PartialDate;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a desk is told of a change of a deadline, in one plain sentence. */
final class ChangeReason {
    private ChangeReason() {}

    /**
     * Such as {@code Extended from Aug 24 to Sep 3: decision on the pact, says The Herald.}
     *
     * @param before as the desks knew it; absent when nobody did
     * @param today the desk's; a date of another year is told with its year
     */
    static String of(AlertType type, Deadline now, @Nullable Deadline before, LocalDate today) {
        DayWords days = new DayWords(today);
        String what = ": " + Reason.cut(now.what());
        String by = ", says " + Reason.cut(now.latest().publisher()) + ".";
        return switch (type) {
            case ANNOUNCED -> announced(now, before, days) + what + by;
            case CONFIRMED -> "Confirmed " + days.on(now.date()) + what + ", say " + sources(now) + ".";
            case MOVED -> moved(now, before, days) + what + by;
            case CANCELLED -> "Called off, was set " + days.on(now.date()) + what + by;
            case POSTPONED -> "Put off, no new date, was set " + days.on(now.date()) + what + by;
            case MET ->
                (now.kind() == DeadlineKind.EVENT ? "Held" : "Done") + ", was " + set(now) + days.on(now.date()) + what
                        + by;
            case MATCH, CONFLICT, REMINDER, PASSED, CORRECTION, RETRACTION, DIGEST, STORM ->
                throw new IllegalArgumentException(type + " is no such change");
        };
    }

    /** Such as {@code The Post says Aug 26, The Herald Aug 24: decision on the pact.} */
    static String dispute(Deadline now, DeadlineStatement other, LocalDate today) {
        DayWords days = new DayWords(today);
        return Reason.cut(other.publisher()) + " says " + days.of(Objects.requireNonNull(other.date())) + ", "
                + Reason.cut(now.latest().publisher()) + " " + days.of(now.date()) + ": " + Reason.cut(now.what())
                + ".";
    }

    private static String announced(Deadline now, @Nullable Deadline before, DayWords days) {
        if (before == null) {
            return (now.kind() == DeadlineKind.EVENT ? "New event " : "New deadline ") + days.on(now.date());
        }
        return switch (before.state()) {
            case CANCELLED, POSTPONED -> "On again, " + days.on(now.date());
            case MET, PASSED -> "Next " + days.on(now.date());
            case ANNOUNCED, CONFIRMED, MOVED -> "Now set " + days.on(now.date()) + ", was " + days.on(before.date());
        };
    }

    private static String moved(Deadline now, @Nullable Deadline before, DayWords days) {
        PartialDate from = before == null ? now.previousDate() : before.date();
        return verb(now.lastMove()) + (from == null ? "" : " from " + days.of(from)) + " to " + days.of(now.date());
    }

    private static String verb(@Nullable MoveKind how) {
        return switch (how) {
            case null -> "Moved";
            case POSTPONED -> "Put off";
            case EXTENDED -> "Extended";
            case BROUGHT_FORWARD -> "Brought forward";
        };
    }

    private static String set(Deadline deadline) {
        return deadline.kind() == DeadlineKind.EVENT ? "set " : "due ";
    }

    /** Two by name. */
    private static String sources(Deadline deadline) {
        int more = deadline.sources().size() - 2;
        String first = String.join(
                more > 0 ? ", " : " and ",
                deadline.sources().stream().limit(2).map(Reason::cut).toList());
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
