package io.dyadwire.alerts.discipline;

import java.time.Duration;
import java.time.Instant;

/**
 * How often a rule has fired since the beginning of its present time.
 *
 * @param storm whether the desk was told that it fires too often
 */
public record Meter(Instant since, int alerts, boolean storm) {
    /** The same within its time, a new one after it. */
    Meter at(Instant now, Duration within) {
        return now.isBefore(since.plus(within)) ? this : new Meter(now, 0, false);
    }

    Meter oneMore() {
        return new Meter(since, alerts + 1, storm);
    }

    Meter storming() {
        return new Meter(since, alerts, true);
    }
}
