package io.dyadwire.alerts.rules;

import io.dyadwire.contract.pair.Pair;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads countries and pairs as rules write them: ISO 3166-1 alpha-3 codes as the JDK knows them, and XKX for Kosovo.
 * Two letters and names are refused with the code that was probably meant: KR is South Korea in ISO and Kiribati in
 * FIPS 10-4, so that nothing is guessed silently.
 */
final class CountryCode {
    private static final Set<String> KNOWN = known();

    private CountryCode() {}

    static String parse(String text) {
        if (!KNOWN.contains(text)) {
            throw new IllegalArgumentException("'" + text + "' is not an ISO 3166 alpha-3 country code"
                    + hint(meant(text)) + LookAlike.hint(text));
        }
        return text;
    }

    /** Either order will do; the pair holds them sorted. */
    static Pair parsePair(String text) {
        String[] codes = text.split("-", -1);
        if (codes.length != 2) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a pair: two ISO 3166 alpha-3 codes joined by '-', such as JPN-KOR"
                            + hint(joined(text)));
        }
        for (String code : codes) {
            if (!KNOWN.contains(code)) {
                String one = meant(codes[0].strip());
                String other = meant(codes[1].strip());
                String pair = one == null || other == null || one.equals(other)
                        ? null
                        : Pair.of(one, other).value();
                throw new IllegalArgumentException("'" + text + "': '" + code
                        + "' is not an ISO 3166 alpha-3 country code" + hint(pair) + LookAlike.hint(code));
            }
        }
        if (codes[0].equals(codes[1])) {
            throw new IllegalArgumentException("'" + text + "' is one country; a pair has two");
        }
        return Pair.of(codes[0], codes[1]);
    }

    private static String hint(@Nullable String meant) {
        return meant == null ? "" : ": did you mean " + meant + "?";
    }

    /** The pair in six letters without a '-'. */
    private static @Nullable String joined(String text) {
        String upper = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        boolean two = upper.length() == 6
                && KNOWN.contains(upper.substring(0, 3))
                && KNOWN.contains(upper.substring(3))
                && !upper.substring(0, 3).equals(upper.substring(3));
        return two ? Pair.of(upper.substring(0, 3), upper.substring(3)).value() : null;
    }

    /** The code for a code in lower case, in two letters, or an English name. */
    private static @Nullable String meant(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (KNOWN.contains(upper)) {
            return upper;
        }
        for (String alpha2 : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(alpha2).build();
            if (alpha2.equals(upper)
                    || country.getDisplayCountry(Locale.ENGLISH).equalsIgnoreCase(text)) {
                return country.getISO3Country();
            }
        }
        return null;
    }

    private static Set<String> known() {
        Set<String> codes = new TreeSet<>(Comparator.naturalOrder());
        codes.addAll(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3));
        codes.add("XKX");
        return Set.copyOf(codes);
    }
}
