package io.dyadwire.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {
    private static final DeliveryConfig CONFIG =
            new DeliveryConfig(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofDays(3), 3);

    private final RetrySchedule schedule = new RetrySchedule(CONFIG, () -> 0.5);

    @ParameterizedTest
    @CsvSource({"1,PT5S", "2,PT10S", "3,PT20S", "4,PT40S", "5,PT1M", "50,PT1M"})
    void shouldDoubleUpToTheLimit(int failed, Duration delay) {
        assertThat(schedule.after(failed, null)).isEqualTo(delay);
    }

    @Test
    void shouldWaitAsAskedButNoLongerThanADay() {
        assertThat(schedule.after(1, Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
        assertThat(schedule.after(1, Duration.ofHours(3))).isEqualTo(Duration.ofHours(3));
        assertThat(schedule.after(1, Duration.ofDays(3650))).isEqualTo(Duration.ofDays(1));
        assertThat(schedule.after(4, Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void shouldSpreadByAFifth() {
        assertThat(new RetrySchedule(CONFIG, () -> 0).after(1, null)).isEqualTo(Duration.ofSeconds(4));
        assertThat(new RetrySchedule(CONFIG, () -> 1).after(1, null)).isEqualTo(Duration.ofSeconds(6));
    }
}
