package io.dyadwire.alerts.notify.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one attempt to deliver ended. */
sealed interface Attempt {
    /** The receiver has it (2xx). */
    record Delivered() implements Attempt {}

    /** The receiver wants nothing more (410). */
    record Gone() implements Attempt {}

    /**
     * To be tried again.
     *
     * @param error in words, without the address
     * @param after how long the receiver asks us to wait
     */
    record Failed(String error, @Nullable Duration after) implements Attempt {}
}
