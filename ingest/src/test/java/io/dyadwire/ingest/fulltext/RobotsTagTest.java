package io.dyadwire.ingest.fulltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsTagTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "noindex; true",
                "max-snippet: 50, NoIndex; true",
                "none; true",
                "noai, noimageai; true",
                "googlebot: noindex; false",
                "max-image-preview: large; false",
                "unavailable_after: 25 Jun 2030 15:00:00 GMT; false",
                "nofollow; false"
            })
    void shouldHearWhatIsSaidToAllPrograms(String header, boolean forbids) {
        assertThat(RobotsTag.forbids(List.of("nosnippet", header))).isEqualTo(forbids);
    }
}
