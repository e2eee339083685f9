package io.dyadwire.contract.pair;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Countries by ISO 3166-1 alpha-3 code, as the JDK knows them; XKX is Kosovo. */
public final class CountryName {
    private static final Map<String, Locale> BY_ALPHA3 = Arrays.stream(Locale.getISOCountries())
            .map(CountryName::locale)
            .collect(Collectors.toUnmodifiableMap(Locale::getISO3Country, Function.identity()));

    private CountryName() {}

    /** The English name, else the code itself. */
    public static String english(String alpha3) {
        return find(alpha3)
                .map(country -> country.getDisplayCountry(Locale.ENGLISH))
                .orElse(alpha3);
    }

    /** The ISO 3166-1 alpha-2 code, in lower case as IPTC writes it. */
    public static Optional<String> alpha2(String alpha3) {
        return find(alpha3).map(country -> country.getCountry().toLowerCase(Locale.ROOT));
    }

    private static Optional<Locale> find(String alpha3) {
        return Stream.ofNullable(alpha3.equals("XKX") ? locale("XK") : BY_ALPHA3.get(alpha3))
                .findAny();
    }

    private static Locale locale(String alpha2) {
        return new Locale.Builder().setRegion(alpha2).build();
    }
}
