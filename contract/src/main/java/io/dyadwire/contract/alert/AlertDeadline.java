package io.dyadwire.contract.alert;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A deadline as an alert shows it.
 *
 * @param daysLeft days from the alert's day to the date's last day, in the desk's zone; negative when it is over
 * @param previous the date before it was moved
 * @param quote the sentence that says so; absent for a deadline that the desk set itself
 * @param previousQuote the sentence that gave the date before
 * @param otherDate in a conflict: the date that another publisher gives
 * @param otherQuote the sentence that gives it
 */
public record AlertDeadline(
        String id,
        String what,
        DeadlineKind kind,
        PartialDate date,
        long daysLeft,
        @Nullable PartialDate previous,
        @Nullable String quote,
        @Nullable String previousQuote,
        @Nullable PartialDate otherDate,
        @Nullable String otherQuote) {
    public AlertDeadline {
        Check.text("deadline.id", id);
        Check.text("deadline.what", what);
        Check.present("deadline.kind", kind);
        Check.present("deadline.date", date);
    }

    /** One whose date nobody disputes. */
    public AlertDeadline(
            String id,
            String what,
            DeadlineKind kind,
            PartialDate date,
            long daysLeft,
            @Nullable PartialDate previous,
            @Nullable String quote,
            @Nullable String previousQuote) {
        this(id, what, kind, date, daysLeft, previous, quote, previousQuote, null, null);
    }
}
