package io.dyadwire.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Ministers met in the harbour town to talk about tariffs, and agreed to meet again in autumn.",
                "de | Die Minister trafen sich in der Hafenstadt, um über die Zölle zu sprechen.",
                "fr | Les ministres se sont réunis dans la ville portuaire pour parler des droits de douane.",
                "es | El ministro de Asuntos Exteriores viajó a Tokio para hablar de los aranceles con su homólogo.",
                "pt | Os ministros reuniram-se na cidade portuária para falar sobre as tarifas de importação.",
                "ru | Министры встретились в портовом городе, чтобы обсудить пошлины.",
                "ja | 外相会談は来週に延期されたと、外務省の報道官が記者会見で明らかにした。",
                "ko | 한일 외교장관 회담이 다음 주로 연기됐다고 외교부 대변인이 밝혔다.",
                "ar | التقى وزير الخارجية نظيره في العاصمة لبحث الرسوم الجمركية بين البلدين"
            })
    void shouldTellTheLanguageOfASentence(String language, String text) {
        assertThat(LanguageDetector.of(text)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Talks resume", "Japan, South Korea", "12.08.2019 14:30", "+++ 1 2 3 4 5 6 7 8 9 +++"})
    void shouldSayNothingOfAFewWords(String text) {
        assertThat(LanguageDetector.of(text)).isEmpty();
    }
}
