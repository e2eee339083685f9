package io.dyadwire.runner.config;

import io.dyadwire.alerts.delivery.DeliveryConfig;
import java.time.Duration;

/**
 * How hard the desks' channels are tried.
 *
 * @param firstDelay before the second attempt; PT5S unless said otherwise, each further one is twice as long
 * @param maxDelay the longest of these; PT6H unless said otherwise
 * @param giveUpAfter how long nothing arrives before a channel is switched off; P3D unless said otherwise
 */
public record DeliverySettings(Duration firstDelay, Duration maxDelay, Duration giveUpAfter) {
    static final DeliverySettings DEFAULTS = new DeliverySettings(null, null, null);

    public DeliverySettings {
        firstDelay = firstDelay == null ? DeliveryConfig.DEFAULTS.firstDelay() : firstDelay;
        maxDelay = maxDelay == null ? DeliveryConfig.DEFAULTS.maxDelay() : maxDelay;
        giveUpAfter = giveUpAfter == null ? DeliveryConfig.DEFAULTS.giveUpAfter() : giveUpAfter;
        service(firstDelay, maxDelay, giveUpAfter);
    }

    /** For the service. */
    DeliveryConfig service() {
        return service(firstDelay, maxDelay, giveUpAfter);
    }

    private static DeliveryConfig service(Duration first, Duration most, Duration giveUp) {
        return new DeliveryConfig(first, most, giveUp, DeliveryConfig.DEFAULTS.refusals());
    }
}
