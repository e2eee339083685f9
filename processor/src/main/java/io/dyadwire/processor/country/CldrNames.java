package io.dyadwire.processor.country;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names of countries in many languages, from Unicode's CLDR as ICU4J brings it, with the forms that a language's grammar gives them.
 * Those in English and in another script are looked for in every text, others in Latin letters only in a text of that
 * language: "Island" is Iceland in German alone.
 */
final class CldrNames {
    /** English, and languages whose names cannot be mistaken for English words. */
    static final List<String> EVERYWHERE = List.of("en", "ja", "ko", "zh", "zh-Hant", "ru", "ar");

    /** Languages whose names are looked for in texts of that language. */
    static final List<String> LATIN = List.of("es", "fr", "de", "pt", "it");

    /** Nobody's news, or a word of everyday English. */
    private static final Set<String> LEFT_OUT =
            Set.of("AQ", "BV", "HM", "UM", "GS", "TF", "IO", "CC", "JE", "GG", "RE");

    private static final List<String> KOREAN_PARTICLES =
            List.of("은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "도", "로", "으로", "에서", "에게");
    private static final List<String> ARABIC_PREFIXES = List.of("و", "ب", "ف");

    private final Map<String, Map<String, String>> byLanguage = new LinkedHashMap<>();

    CldrNames() {
        Stream.concat(EVERYWHERE.stream(), LATIN.stream()).forEach(language -> {
            Map<String, String> names = new LinkedHashMap<>();
            displayNames(language).forEach((name, code) -> Stream.concat(Stream.of(name), inflected(language, name))
                    .forEach(form -> names.putIfAbsent(form, code)));
            byLanguage.put(language, names);
        });
    }

    /** Name to ISO 3166-1 alpha-3 code. */
    Map<String, String> of(String language) {
        return byLanguage.getOrDefault(language, Map.of());
    }

    /** Full and short names; one that two countries share in a language is neither's. */
    private static Map<String, String> displayNames(String language) {
        var locale = ULocale.forLanguageTag(language);
        var displays = List.of(
                LocaleDisplayNames.getInstance(locale),
                LocaleDisplayNames.getInstance(locale, DisplayContext.LENGTH_SHORT));
        Map<String, String> names = new LinkedHashMap<>();
        List<String> doubtful = new ArrayList<>();
        for (String region : Locale.getISOCountries()) {
            if (LEFT_OUT.contains(region)) {
                continue;
            }
            String code = Locale.of("", region).getISO3Country();
            for (var display : displays) {
                String name = withoutBrackets(display.regionDisplayName(region));
                String other = isName(name, region) ? names.putIfAbsent(name, code) : null;
                if (other != null && !other.equals(code)) {
                    doubtful.add(name);
                }
            }
        }
        names.keySet().removeAll(doubtful);
        return names;
    }

    /** Not a single sign, nor the code that stands in for a name CLDR does not have. */
    private static boolean isName(String name, String region) {
        return name.codePointCount(0, name.length()) > 1 && !name.equals(region);
    }

    /** "Myanmar (Burma)", in brackets of any width. */
    private static String withoutBrackets(String name) {
        int bracket = Math.max(name.indexOf('('), name.indexOf('\uFF08'));
        return bracket > 0 ? name.substring(0, bracket).strip() : name;
    }

    private static Stream<String> inflected(String language, String name) {
        return switch (language) {
            case "ko" -> KOREAN_PARTICLES.stream().map(particle -> name + particle);
            case "ar" -> ARABIC_PREFIXES.stream().map(prefix -> prefix + name);
            case "fr" -> elided(name, "l'", "d'");
            case "it" -> elided(name, "l'", "dell'", "all'", "nell'", "dall'");
            case "ru" -> name.contains(" ") ? Stream.empty() : russianCases(name);
            default -> Stream.empty();
        };
    }

    private static Stream<String> elided(String name, String... articles) {
        return "AEIOUÉH".indexOf(name.charAt(0)) < 0
                ? Stream.empty()
                : Arrays.stream(articles).map(article -> article + name);
    }

    /** The cases of a noun of one word by its ending; a form that does not exist does no harm. */
    private static Stream<String> russianCases(String name) {
        String stem = name.substring(0, name.length() - 1);
        return switch (name.charAt(name.length() - 1)) {
            case 'я' -> endings(stem, "и", "ю", "ей");
            case 'а' -> endings(stem, "ы", "и", "у", "ой", "е");
            case 'й' -> endings(stem, "я", "ю", "ем", "е");
            case 'ь' -> endings(stem, "я", "и", "ю", "ем");
            case 'о', 'е', 'и', 'у', 'ы', 'э', 'ю' -> Stream.empty();
            default -> endings(name, "а", "у", "ом", "е");
        };
    }

    private static Stream<String> endings(String stem, String... endings) {
        return Arrays.stream(endings).map(ending -> stem + ending);
    }
}
