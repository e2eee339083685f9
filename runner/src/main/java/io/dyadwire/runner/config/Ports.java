package io.dyadwire.runner.config;

import io.dyadwire.contract.Check;
import org.jspecify.annotations.Nullable;

/** TCP ports in settings. */
final class Ports {
    private Ports() {}

    static int check(String field, @Nullable Integer port, int otherwise) {
        int number = port == null ? otherwise : port;
        Check.that(number >= 0 && number <= 65535, field + ": " + number + " is not between 0 and 65535");
        return number;
    }
}
