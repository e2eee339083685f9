package io.dyadwire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2019-08-14T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120                           | PT2M",
                "0                             | PT1M",
                "99999999                      | PT24H",
                "Wed, 14 Aug 2019 13:00:00 GMT | PT1H",
                "Wed, 14 Aug 2019 11:00:00 GMT | PT1M",
                "-5                            | ",
                "1e9                           | ",
                "soon                          | ",
                "                              | "
            })
    void shouldReadSecondsAndDatesWithinBounds(@Nullable String header, @Nullable Duration wait) {
        assertThat(RetryAfter.parse(header, NOW).orElse(null)).isEqualTo(wait);
    }
}
