package io.dyadwire.alerts.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {
    private static final Instant NOW = Instant.parse("2019-08-14T03:00:00Z");

    private final RetrySchedule schedule =
            new RetrySchedule(new WebhookConfig(10, Duration.ofSeconds(5), Duration.ofMinutes(1)), () -> 0.5);

    @ParameterizedTest
    @CsvSource({"1,PT5S", "2,PT10S", "3,PT20S", "4,PT40S", "5,PT1M", "50,PT1M"})
    void shouldDoubleUpToTheLimit(int failed, Duration delay) {
        assertThat(schedule.after(failed, null)).isEqualTo(delay);
    }

    @Test
    void shouldWaitAsAskedWithinTheLimit() {
        assertThat(schedule.after(1, Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
        assertThat(schedule.after(1, Duration.ofHours(3))).isEqualTo(Duration.ofMinutes(1));
        assertThat(schedule.after(4, Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void shouldSpreadByAFifth() {
        WebhookConfig config = new WebhookConfig(10, Duration.ofSeconds(5), Duration.ofMinutes(1));

        assertThat(new RetrySchedule(config, () -> 0).after(1, null)).isEqualTo(Duration.ofSeconds(4));
        assertThat(new RetrySchedule(config, () -> 1).after(1, null)).isEqualTo(Duration.ofSeconds(6));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            120                           | PT2M
            Wed, 14 Aug 2019 03:00:10 GMT | PT10S
            Wed, 14 Aug 2019 02:00:00 GMT | PT0S
            """)
    void shouldReadSecondsAndDates(String header, Duration wait) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "99999999999999999999"})
    void shouldIgnoreWhatItCannotRead(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isNull();
    }
}
