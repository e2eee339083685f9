package io.dyadwire.contract;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks for the constructors of events and settings. Each refuses with an {@link IllegalArgumentException} whose
 * message names the field, the value and the rule, and returns what may be stored.
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

    /** The text given, or null when it holds nothing but blanks. */
    public static @Nullable String textOrNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    public static String matches(String field, @Nullable String value, Pattern pattern, String rule) {
        if (value == null || !pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(field + ": '" + value + "' is not " + rule);
        }
        return value;
    }

    /** A name fit for topics, keys and addresses, such as {@code export-controls}. */
    public static String slug(String field, @Nullable String value) {
        if (value == null || !isSlug(value)) {
            throw new IllegalArgumentException(
                    field + ": '" + value + "' is not a slug (lower-case letters, digits and '-')");
        }
        return value;
    }

    /** The form of an ISO 3166-1 alpha-3 code; whether there is such a country is for others to know. */
    public static String country(String field, @Nullable String value) {
        if (value == null
                || value.length() != 3
                || !isCapital(value, 0)
                || !isCapital(value, 1)
                || !isCapital(value, 2)) {
            throw new IllegalArgumentException(field + ": '" + value + "' is not an ISO 3166 alpha-3 code");
        }
        return value;
    }

    private static boolean isCapital(String value, int i) {
        return value.charAt(i) >= 'A' && value.charAt(i) <= 'Z';
    }

    /** Words of lower-case letters and digits with one hyphen between two; looked at by hand, since every tag has some. */
    private static boolean isSlug(String value) {
        char before = '-';
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!word && (c != '-' || before == '-')) {
                return false;
            }
            before = c;
        }
        return before != '-';
    }

    public static @Nullable URI absolute(String field, @Nullable URI value) {
        if (value != null && !value.isAbsolute()) {
            throw new IllegalArgumentException(field + ": '" + value + "' is not an absolute address");
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
        return (int) atLeast(field, (long) value, least);
    }

    public static long atLeast(String field, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(field + ": " + value + " is less than " + least);
        }
        return value;
    }

    public static String atMost(String field, String value, int most) {
        that(value.length() <= most, () -> field + ": longer than " + most + " characters");
        return value;
    }

    public static void that(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** The same with a message that is put together only when it is needed. */
    public static void that(boolean holds, Supplier<String> message) {
        if (!holds) {
            throw new IllegalArgumentException(message.get());
        }
    }

    public static <T, C extends Collection<T>> C notEmpty(String field, C values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(field + ": must not be empty");
        }
        return values;
    }

    /** An unmodifiable copy, empty for null. */
    public static <T> List<T> list(String field, @Nullable List<T> values) {
        if (values == null) {
            return List.of();
        }
        for (T value : values) {
            that(value != null, () -> field + ": one entry is missing");
        }
        return List.copyOf(values);
    }

    /** An unmodifiable copy with at least one entry. */
    public static <T> List<T> some(String field, @Nullable List<T> values) {
        List<T> copy = list(field, values);
        that(!copy.isEmpty(), () -> field + ": must not be empty");
        return copy;
    }

    /** An unmodifiable copy, empty for null. */
    public static <V> Map<String, V> map(String field, @Nullable Map<String, V> values) {
        if (values == null) {
            return Map.of();
        }
        values.forEach((key, value) -> that(value != null, () -> field + "." + key + ": is missing"));
        return Map.copyOf(values);
    }

    /** An unmodifiable copy of a list of slugs, empty for null. */
    public static List<String> slugs(String field, @Nullable List<String> values) {
        List<String> copy = list(field, values);
        copy.forEach(value -> slug(field, value));
        return copy;
    }

    /** An unmodifiable copy of a list of country codes, empty for null. */
    public static List<String> countries(String field, @Nullable List<String> values) {
        List<String> copy = list(field, values);
        copy.forEach(value -> country(field, value));
        return copy;
    }
}
