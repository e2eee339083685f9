package io.dyadwire.alerts.plan;

import io.dyadwire.contract.Check;
import java.time.Duration;
import java.util.List;

/**
 * While one thing is news, another is not told.
 *
 * @param source what holds others back
 * @param target what is held back; never by itself
 * @param equal what both must have in common
 * @param within for how long after the source
 */
public record Inhibition(AlertFilter source, AlertFilter target, List<Label> equal, Duration within) {
    /** The longest that is remembered. */
    public static final Duration LONGEST = Duration.ofDays(1);

    public Inhibition {
        Check.present("source", source);
        Check.present("target", target);
        equal = Check.list("equal", equal);
        Check.present("for", within);
        Check.that(within.isPositive() && within.compareTo(LONGEST) <= 0, "for: must be more than PT0S, at most P1D");
    }
}
