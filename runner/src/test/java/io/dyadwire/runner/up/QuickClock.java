package io.dyadwire.runner.up;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that runs {@value #TIMES} times as fast as the real one, the same in every process that is given the same
 * start, so that feeds with an interval of a minute are polled every second.
 *
 * @param realStart the real moment at which it shows {@link #SHOWN_AT_START}
 */
record QuickClock(Instant realStart) implements InstantSource {
    static final int TIMES = 60;
    static final Instant SHOWN_AT_START = Instant.parse("2024-03-04T00:00:00Z");

    @Override
    public Instant instant() {
        return SHOWN_AT_START.plus(Duration.between(realStart, Instant.now()).multipliedBy(TIMES));
    }
}
