package io.dyadwire.alerts.channel;

import io.dyadwire.contract.Check;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/**
 * How much a receiver takes.
 *
 * @param messages at most so many
 * @param within in any time as long as this
 */
public record Rate(int messages, Duration within) {
    public Rate {
        Check.atLeast("messages", messages, 1);
        Check.that(within.isPositive(), () -> "within: " + within + " is not longer than nothing");
        Check.that(within.compareTo(Duration.ofDays(1)) <= 0, () -> "within: " + within + " is more than P1D");
    }

    /**
     * Reads {@code 30/PT1M}.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static Rate parse(String text) {
        String[] parts = text.split("/", -1);
        try {
            Check.that(parts.length == 2, "one slash");
            return new Rate(Integer.parseInt(parts[0].strip()), Duration.parse(parts[1].strip()));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a number of messages and a time of at most a day, such as 30/PT1M", e);
        }
    }
}
