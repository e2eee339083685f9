package io.dyadwire.alerts.plan;

import io.dyadwire.contract.Check;
import java.time.Duration;

/** How many alerts of one rule a desk is told within some time; the rest come together when that is over. */
public record Throttle(int alerts, Duration within) {
    public Throttle {
        Check.atLeast("alerts", alerts, 1);
        Check.present("within", within);
        Check.that(
                within.compareTo(Duration.ofMinutes(1)) >= 0 && within.compareTo(Duration.ofDays(1)) <= 0,
                "within: must be from PT1M to P1D");
    }
}
