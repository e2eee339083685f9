package io.dyadwire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestConfigTest {
    @ParameterizedTest
    @CsvSource({
        "0,      PT15M, PT30S",
        "9,      PT15M, PT30S",
        "3000,   PT15M, PT5M",
        "10000,  PT15M, PT15M",
        "10000,  PT24H, PT16M40S",
        "10,     PT1M,  PT30S"
    })
    void shouldSpreadTheFirstPollsOfManyFeeds(int feeds, Duration interval, Duration within) {
        assertThat(IngestConfig.spread(feeds, interval)).isEqualTo(within);
    }
}
