package io.dyadwire.runner.demo;

import io.dyadwire.contract.Check;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The demo's time: from the start of August 12 to the end of August 26, 2019, one day in four real seconds, then on as
 * fast as real time. It follows a monotonic clock, so it never goes back.
 */
public final class DemoClock implements InstantSource {
    public static final Instant START = Instant.parse("2019-08-12T00:00:00Z");
    public static final Instant END = Instant.parse("2019-08-27T00:00:00Z");
    private static final Duration DAY_LASTS = Duration.ofSeconds(4);

    private final double pace;
    private final LongSupplier nanoTime;
    private volatile long started;
    private volatile boolean waiting;

    /**
     * Starts it now.
     *
     * @param speed 1 for a day in four seconds, 2 for a day in two
     */
    public static DemoClock start(double speed) {
        return new DemoClock(speed, System::nanoTime);
    }

    /** Stands still at the start of the fortnight until {@link #go}. */
    public static DemoClock waiting(double speed) {
        DemoClock clock = start(speed);
        clock.waiting = true;
        return clock;
    }

    /** Starts one that was waiting. */
    public void go() {
        started = nanoTime.getAsLong();
        waiting = false;
    }

    /** @param nanoTime nanoseconds since any moment, as {@link System#nanoTime} */
    DemoClock(double speed, LongSupplier nanoTime) {
        Check.that(speed > 0 && speed <= 1000, "speed: " + speed + " is not more than 0 and at most 1000");
        this.pace = speed * Duration.ofDays(1).toNanos() / DAY_LASTS.toNanos();
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
    }

    @Override
    public Instant instant() {
        if (waiting) {
            return START;
        }
        long real = nanoTime.getAsLong() - started;
        long whole = toReal(Duration.between(START, END)).toNanos();
        return real < whole ? START.plusNanos((long) (real * pace)) : END.plusNanos(real - whole);
    }

    /** Whether the fortnight is over. */
    public boolean isOver() {
        return !instant().isBefore(END);
    }

    /** How long this much demo time takes in reality. */
    public Duration toReal(Duration demo) {
        return Duration.ofNanos((long) (demo.toNanos() / pace));
    }

    /** How much demo time goes by while this much real time does. */
    public Duration toDemo(Duration real) {
        return Duration.ofNanos((long) (real.toNanos() * pace));
    }
}
