package io.dyadwire.alerts.delivery;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** How long to wait after a failed attempt: doubling, with a fifth of chance, and never less than was asked for. */
final class RetrySchedule {
    /** However long a receiver asks for. */
    static final Duration LONGEST_ASKED = Duration.ofDays(1);

    private static final double CHANCE = 0.2;

    private final DeliveryConfig config;
    private final DoubleSupplier random;

    /** @param random gives 0 to 1, so that many channels do not come back at the same moment */
    RetrySchedule(DeliveryConfig config, DoubleSupplier random) {
        this.config = config;
        this.random = random;
    }

    /**
     * The delay.
     *
     * @param failed attempts so far, 1 or more
     * @param asked what the receiver's Retry-After said, when it did
     */
    Duration after(int failed, @Nullable Duration asked) {
        double doubled = config.firstDelay().toMillis() * Math.pow(2, failed - 1.0);
        double most = config.maxDelay().toMillis();
        double varied = Math.min(doubled, most) * (1 + CHANCE * (2 * random.getAsDouble() - 1));
        long least = asked == null ? 0 : Math.min(asked.toMillis(), LONGEST_ASKED.toMillis());
        return Duration.ofMillis(Math.max((long) varied, least));
    }
}
