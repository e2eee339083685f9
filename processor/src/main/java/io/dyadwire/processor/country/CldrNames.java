package io.dyadwire.processor.country;

import io.dyadwire.processor.text.DataFile;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The names of countries in other languages, from {@code cldr.tsv} with the forms that a language's grammar gives them.
 * Those in English and in another script are looked for in every text, others in Latin letters only in a text of that
 * language: "Island" is Iceland in German alone.
 */
final class CldrNames {
    /** English, and languages whose names cannot be mistaken for English words. */
    static final List<String> EVERYWHERE = List.of("en", "ja", "ko", "zh", "zh-Hant", "ru", "ar");

    /** Languages whose names are looked for in texts of that language. */
    static final List<String> LATIN = List.of("es", "fr", "de", "pt", "it");

    private static final List<String> KOREAN_PARTICLES =
            List.of("은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "도", "로", "으로", "에서", "에게");
    private static final List<String> ARABIC_PREFIXES = List.of("و", "ب", "ف");

    private final Map<String, Map<String, String>> byLanguage = new LinkedHashMap<>();

    CldrNames() {
        for (String line : DataFile.lines(CldrNames.class, "cldr.tsv")) {
            String[] row = line.split("\t", -1);
            var names = byLanguage.computeIfAbsent(row[0], language -> new LinkedHashMap<>());
            Stream.concat(Stream.of(row[2]), inflected(row[0], row[2]))
                    .forEach(name -> names.putIfAbsent(name, row[1]));
        }
    }

    /** Name to ISO 3166-1 alpha-3 code. */
    Map<String, String> of(String language) {
        return byLanguage.getOrDefault(language, Map.of());
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
