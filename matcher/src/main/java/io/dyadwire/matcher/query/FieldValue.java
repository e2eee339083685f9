package io.dyadwire.matcher.query;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a value of a field is written so that two that mean the same are equal. */
final class FieldValue {
    private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();

    /** ISO 3166-1 alpha-3 as the JDK knows it, and Kosovo's code by usage. */
    private static final Set<String> COUNTRIES = Stream.concat(
                    Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3).stream(), Stream.of("XKX"))
            .collect(Collectors.toUnmodifiableSet());

    private FieldValue() {}

    /**
     * The value as it is compared.
     *
     * @throws IllegalArgumentException when it cannot be one of this field, with what is wanted
     */
    static String of(QueryField field, String value) {
        return switch (field) {
            case COUNTRY -> country(value);
            case PAIR -> pair(value);
            case TOPIC, LANGUAGE -> value.strip().toLowerCase(Locale.ROOT);
            case URL -> address(value);
            case SOURCE, PUBLISHER, AUTHOR, CATEGORY -> name(value);
            case TITLE, TEXT, DEADLINE, SALIENCE -> throw new IllegalArgumentException(field + " has no such values");
        };
    }

    private static String country(String value) {
        String code = value.strip().toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(code)) {
            throw new IllegalArgumentException(
                    "'" + value + "' is no country's code: ISO 3166 alpha-3 is wanted, such as JPN");
        }
        return code;
    }

    private static String pair(String value) {
        String[] codes = value.split("-", -1);
        if (codes.length != 2) {
            throw new IllegalArgumentException("a pair is two countries' codes, such as JPN-KOR, not '" + value + "'");
        }
        String one = country(codes[0]);
        String other = country(codes[1]);
        if (one.equals(other)) {
            throw new IllegalArgumentException("a pair is two countries, not " + one + " twice");
        }
        return one.compareTo(other) < 0 ? one + "-" + other : other + "-" + one;
    }

    private static String name(String value) {
        return Arrays.stream(CASEFOLD.normalize(value).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Without scheme, "www." and what only a reader's browser needs. */
    static String address(String value) {
        String bare =
                value.strip().replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "").replaceFirst("[?#].*$", "");
        int slash = bare.indexOf('/');
        String host = (slash < 0 ? bare : bare.substring(0, slash)).toLowerCase(Locale.ROOT);
        String path = slash < 0 ? "" : bare.substring(slash).replaceFirst("/+$", "");
        return host.replaceFirst("^www\\.", "") + path;
    }
}
