package io.dyadwire.alerts.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one attempt to deliver ended. */
public sealed interface Attempt {
    /**
     * The receiver has it.
     *
     * @param answer what it said, in a few words
     */
    record Delivered(String answer) implements Attempt {}

    /** The receiver wants nothing more (HTTP 410). */
    record Gone(String error) implements Attempt {}

    /** The receiver does not take this message; it may take others. */
    record Refused(String error) implements Attempt {}

    /**
     * The receiver cannot be reached, or takes nothing now.
     *
     * @param error in words, without an address that may hold a secret
     * @param after how long it asks us to wait
     */
    record Failed(String error, @Nullable Duration after) implements Attempt {}
}
