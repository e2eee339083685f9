package io.dyadwire.runner.config;

import io.dyadwire.alerts.delivery.DeliveryConfig;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How hard the desks' channels are tried.
 *
 * @param firstDelay before the second attempt, ISO 8601; PT5S unless said otherwise, each further one is twice as long
 * @param maxDelay the longest of these; PT6H unless said otherwise
 * @param giveUpAfter how long nothing arrives before a channel is switched off; P3D unless said otherwise
 */
public record DeliverySettings(
        @Nullable String firstDelay,
        @Nullable String maxDelay,
        @Nullable String giveUpAfter) {
    static final DeliverySettings DEFAULTS = new DeliverySettings(null, null, null);

    /**
     * For the service.
     *
     * @throws ConfigException when one of them is no time, or they do not go together
     */
    DeliveryConfig service() {
        DeliveryConfig defaults = DeliveryConfig.DEFAULTS;
        try {
            return new DeliveryConfig(
                    Objects.requireNonNullElse(time("firstDelay", firstDelay), defaults.firstDelay()),
                    Objects.requireNonNullElse(time("maxDelay", maxDelay), defaults.maxDelay()),
                    Objects.requireNonNullElse(time("giveUpAfter", giveUpAfter), defaults.giveUpAfter()),
                    defaults.refusals());
        } catch (IllegalArgumentException e) {
            throw new ConfigException("alerts.delivery." + e.getMessage(), e);
        }
    }

    private static @Nullable Duration time(String name, @Nullable String text) {
        try {
            return text == null ? null : Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + ": '" + text + "' is not a time such as PT5S, PT6H or P3D", e);
        }
    }
}
