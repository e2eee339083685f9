package io.dyadwire.processor.country;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CldrNamesTest {
    private static final CldrNames NAMES = new CldrNames();

    @ParameterizedTest
    @CsvSource({
        "en, Japan, JPN",
        "en, Myanmar, MMR",
        "ja, 韓国, KOR",
        "ko, 일본, JPN",
        "zh, 美国, USA",
        "zh-Hant, 美國, USA",
        "ru, Япония, JPN",
        "ar, اليابان, JPN",
        "de, Island, ISL",
        "fr, Corée du Sud, KOR",
        "es, Corea del Sur, KOR",
        "pt, Coreia do Sul, KOR",
        "it, Giappone, JPN",
    })
    void shouldKnowACountryInALanguage(String language, String name, String code) {
        assertThat(NAMES.of(language)).containsEntry(name, code);
    }

    @ParameterizedTest
    @CsvSource({
        "ko, 일본은, JPN",
        "ru, Японии, JPN",
        "ru, Ираном, IRN",
        "ar, واليابان, JPN",
        "fr, l'Espagne, ESP",
        "it, dell'Iran, IRN"
    })
    void shouldKnowTheFormsOfGrammar(String language, String form, String code) {
        assertThat(NAMES.of(language)).containsEntry(form, code);
    }

    @Test
    void shouldNotTakeACodeForAName() {
        assertThat(NAMES.of("en")).doesNotContainKeys("JP", "US").hasSizeGreaterThan(230);
        assertThat(NAMES.of("xx")).isEmpty();
    }
}
