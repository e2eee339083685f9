package io.dyadwire.alerts.delivery;

import io.dyadwire.contract.Check;
import java.time.Duration;

/**
 * How hard a channel is tried.
 *
 * @param firstDelay before the second attempt; each further delay is twice as long
 * @param maxDelay the longest of these
 * @param giveUpAfter how long nothing arrives before the channel is switched off
 * @param refusals how often a single message is tried that a receiver does not take while it takes others
 */
public record DeliveryConfig(Duration firstDelay, Duration maxDelay, Duration giveUpAfter, int refusals) {
    /** Five seconds, ten, twenty and so on up to six hours, for three days: some twenty attempts. */
    public static final DeliveryConfig DEFAULTS =
            new DeliveryConfig(Duration.ofSeconds(5), Duration.ofHours(6), Duration.ofDays(3), 3);

    public DeliveryConfig {
        Check.that(firstDelay.isPositive(), "firstDelay: " + firstDelay + " is not longer than nothing");
        Check.that(maxDelay.compareTo(firstDelay) >= 0, "maxDelay: " + maxDelay + " is less than firstDelay");
        Check.that(giveUpAfter.compareTo(firstDelay) >= 0, "giveUpAfter: " + giveUpAfter + " is less than firstDelay");
        Check.atLeast("refusals", refusals, 1);
    }
}
