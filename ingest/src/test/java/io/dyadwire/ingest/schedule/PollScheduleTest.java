package io.dyadwire.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollScheduleTest {
    private static final Instant NOW = Instant.parse("2019-08-14T12:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private final PollSchedule schedule = new PollSchedule(Duration.ofDays(1));

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "c", "gazette", "x-123"})
    void shouldNeverPollSoonerThanTheIntervalAndSpread(String feed) {
        assertThat(schedule.afterSuccess(feed, 7, QUARTER, NOW))
                .isBetween(NOW.plus(QUARTER), NOW.plus(Duration.ofSeconds(990)))
                .isEqualTo(schedule.afterSuccess(feed, 7, QUARTER, NOW))
                .isNotEqualTo(schedule.afterSuccess(feed, 8, QUARTER, NOW));
        assertThat(schedule.first(feed, Duration.ofSeconds(30), NOW)).isBetween(NOW, NOW.plusSeconds(30));
    }

    @Test
    void shouldBackOffFromAFailingFeedButNeverGiveItUp() {
        for (int errors = 1; errors < 1000; errors++) {
            Duration ceiling = errors < 10 ? QUARTER.multipliedBy(1L << errors) : Duration.ofDays(1);
            assertThat(schedule.afterFailure("feed", errors, QUARTER, null, NOW))
                    .isBetween(NOW.plus(QUARTER), NOW.plus(ceiling).plusSeconds(1));
        }
    }

    @Test
    void shouldStayAwayAsLongAsTheServerAsks() {
        assertThat(schedule.afterFailure("feed", 1, QUARTER, Duration.ofHours(5), NOW))
                .isEqualTo(NOW.plus(Duration.ofHours(5)));
        assertThat(schedule.afterFailure("feed", 1, QUARTER, Duration.ofMinutes(1), NOW))
                .isAfterOrEqualTo(NOW.plus(QUARTER));
    }

    @Test
    void shouldKeepAPromiseOverARestartUnlessTheIntervalWasShortened() {
        Instant soon = NOW.plusSeconds(60);

        assertThat(schedule.resumed(soon, 0, QUARTER, NOW)).isEqualTo(soon);
        assertThat(schedule.resumed(NOW.minusSeconds(60), 0, QUARTER, NOW)).isEqualTo(NOW.minusSeconds(60));
        assertThat(schedule.resumed(NOW.plus(Duration.ofHours(20)), 0, QUARTER, NOW))
                .isBefore(NOW.plus(QUARTER.multipliedBy(2)));
        assertThat(schedule.resumed(NOW.plus(Duration.ofHours(20)), 3, QUARTER, NOW))
                .isEqualTo(NOW.plus(Duration.ofHours(20)));
    }
}
