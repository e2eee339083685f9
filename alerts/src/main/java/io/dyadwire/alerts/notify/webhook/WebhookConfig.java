package io.dyadwire.alerts.notify.webhook;

import io.dyadwire.contract.Check;
import java.time.Duration;

/**
 * How hard a webhook is tried.
 *
 * @param attempts for one alert, before it is given up and the next one goes on
 * @param firstDelay before the second attempt; each further delay is twice as long
 * @param maxDelay the longest delay, whatever the receiver asks for
 */
public record WebhookConfig(int attempts, Duration firstDelay, Duration maxDelay) {
    /** Ten attempts over about half an hour. */
    public static final WebhookConfig DEFAULTS = new WebhookConfig(10, Duration.ofSeconds(5), Duration.ofMinutes(10));

    public WebhookConfig {
        Check.atLeast("attempts", attempts, 1);
        Check.that(firstDelay.isPositive(), "firstDelay: " + firstDelay + " is not longer than nothing");
        Check.that(maxDelay.compareTo(firstDelay) >= 0, "maxDelay: " + maxDelay + " is less than firstDelay");
    }
}
