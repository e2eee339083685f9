package io.dyadwire.processor.country;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import io.dyadwire.processor.text.DataFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code cldr.tsv} to Unicode's CLDR as ICU4J brings it; read from a file, the names cost no start-up time. */
class CldrNamesTest {
    /** Nobody's news, or a word of everyday English. */
    private static final Set<String> LEFT_OUT =
            Set.of("AQ", "BV", "HM", "UM", "GS", "TF", "IO", "CC", "JE", "GG", "RE");

    @Test
    void shouldHaveTheNamesOfCldr() {
        List<String> rows = new ArrayList<>();
        Stream.concat(CldrNames.EVERYWHERE.stream(), CldrNames.LATIN.stream()).forEach(language -> rows(language)
                .forEach((name, code) -> rows.add(language + '\t' + code + '\t' + name)));

        assertThat(DataFile.lines(CldrNames.class, "cldr.tsv")).isEqualTo(rows);
    }

    /** A name that two countries share in a language is neither's. */
    private static Map<String, String> rows(String language) {
        var locale = ULocale.forLanguageTag(language);
        var displays = List.of(
                LocaleDisplayNames.getInstance(locale),
                LocaleDisplayNames.getInstance(locale, DisplayContext.LENGTH_SHORT));
        Map<String, String> names = new LinkedHashMap<>();
        List<String> doubtful = new ArrayList<>();
        for (String region : Locale.getISOCountries()) {
            String code = Locale.of("", region).getISO3Country();
            if (LEFT_OUT.contains(region)) {
                continue;
            }
            for (var display : displays) {
                String name = withoutBrackets(display.regionDisplayName(region));
                if (name.codePointCount(0, name.length()) > 1 && !name.equals(region)) {
                    String other = names.putIfAbsent(name, code);
                    if (other != null && !other.equals(code)) {
                        doubtful.add(name);
                    }
                }
            }
        }
        names.keySet().removeAll(doubtful);
        return names;
    }

    /** "Myanmar (Burma)", in brackets of any width. */
    private static String withoutBrackets(String name) {
        int bracket = Math.max(name.indexOf('('), name.indexOf('\uFF08'));
        return bracket > 0 ? name.substring(0, bracket).strip() : name;
    }
}
