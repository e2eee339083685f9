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
 */
public record AlertDeadline(
        String id,
        String what,
        DeadlineKind kind,
        PartialDate date,
        long daysLeft,
        @Nullable PartialDate previous,
        @Nullable String quote,
        @Nullable String previousQuote) {
    public AlertDeadline {
        Check.text("deadline.id", id);
        Check.text("deadline.what", what);
        Check.present("deadline.kind", kind);
        Check.present("deadline.date", date);
    }
}
