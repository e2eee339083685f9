package io.dyadwire.runner.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DemoClockTest {
    private final AtomicLong nanos = new AtomicLong(-5);

    @Test
    void shouldPlayADayInFourSeconds() {
        DemoClock clock = new DemoClock(1, nanos::get);
        assertThat(clock.instant()).isEqualTo(DemoClock.START);

        advance(Duration.ofSeconds(4));

        assertThat(clock.instant()).isEqualTo(Instant.parse("2019-08-13T00:00:00Z"));
        assertThat(clock.toReal(Duration.ofHours(12))).isEqualTo(Duration.ofSeconds(2));
        assertThat(clock.toDemo(Duration.ofSeconds(2))).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void shouldPlayFasterWithSpeed() {
        DemoClock clock = new DemoClock(8, nanos::get);

        advance(Duration.ofSeconds(1));

        assertThat(clock.instant()).isEqualTo(Instant.parse("2019-08-14T00:00:00Z"));
    }

    @Test
    void shouldGoOnInRealTimeWhenTheFortnightIsOver() {
        DemoClock clock = new DemoClock(1, nanos::get);
        advance(Duration.ofSeconds(60).minusNanos(1_000_000));
        assertThat(clock.isOver()).isFalse();

        advance(Duration.ofSeconds(10).plusNanos(1_000_000));

        assertThat(clock.isOver()).isTrue();
        assertThat(clock.instant()).isEqualTo(DemoClock.END.plusSeconds(10));
    }

    @Test
    void shouldRefuseToStandStill() {
        assertThatThrownBy(() -> new DemoClock(0, nanos::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("speed: 0.0 is not more than 0 and at most 1000");
    }

    private void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
