package io.dyadwire.contract.pair;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dyadwire.contract.Check;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Two countries, ISO 3166-1 alpha-3, sorted and joined: {@code JPN-KOR}. Three letters, since two could be mistaken
 * for FIPS 10-4, where KR is Kiribati.
 */
public record Pair(@JsonValue String value) implements Comparable<Pair> {
    private static final Pattern FORM = Pattern.compile("[A-Z]{3}-[A-Z]{3}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Pair {
        Check.matches("pair", value, FORM, "two ISO 3166 alpha-3 codes joined by '-', such as JPN-KOR");
        Check.that(
                value.substring(0, 3).compareTo(value.substring(4)) < 0,
                () -> "pair: '" + value + "' must hold two different codes in alphabetical order");
    }

    /** The pair of these two, in either order. */
    public static Pair of(String one, String other) {
        return new Pair(one.compareTo(other) < 0 ? one + "-" + other : other + "-" + one);
    }

    public String first() {
        return value.substring(0, 3);
    }

    public String second() {
        return value.substring(4);
    }

    public boolean has(String code) {
        return code.length() == 3 && (value.startsWith(code) || value.endsWith(code));
    }

    /** Refuses roles that are not the two countries of the pair; both may be absent. */
    public void checkRoles(@Nullable String from, @Nullable String to) {
        if (from == null && to == null) {
            return;
        }
        if (from == null || to == null || from.equals(to) || !has(from) || !has(to)) {
            throw new IllegalArgumentException(
                    "from, to: '" + from + "' and '" + to + "' are not the two countries of " + value);
        }
    }

    @Override
    public int compareTo(Pair other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
