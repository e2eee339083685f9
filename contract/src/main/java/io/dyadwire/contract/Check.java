package io.dyadwire.contract;

import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks for the constructors of events and settings. Each refuses with an {@link IllegalArgumentException} whose
 * message names the field, the value and the rule.
 */
public final class Check {
    private Check() {}

    /** The text given, which must hold something other than blanks. */
    public static String text(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(field + ": must not be empty");
        }
        return value;
    }

    public static String matches(String field, @Nullable String value, Pattern pattern, String rule) {
        if (value == null || !pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(field + ": '" + value + "' is not " + rule);
        }
        return value;
    }

    public static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + ": is missing");
        }
        return value;
    }

    public static double share(String field, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(field + ": " + value + " is not between 0 and 1");
        }
        return value;
    }

    public static int atLeast(String field, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(field + ": " + value + " is less than " + least);
        }
        return value;
    }

    public static void that(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    public static <T, C extends Collection<T>> C notEmpty(String field, C values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(field + ": must not be empty");
        }
        return values;
    }
}
