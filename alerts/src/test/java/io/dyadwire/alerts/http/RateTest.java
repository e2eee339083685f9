package io.dyadwire.alerts.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateTest {
    @Test
    void shouldHoldBackOneWhoAsksTooOftenAndNobodyElse() {
        AtomicLong nanos = new AtomicLong();
        Rate rate = new Rate(nanos::get);
        for (int i = 0; i < Rate.IN_A_ROW; i++) {
            assertThat(rate.take("busy")).isTrue();
        }

        assertThat(rate.take("busy")).isFalse();
        assertThat(rate.take("calm")).isTrue();
        nanos.addAndGet(1_000_000_000L);
        int granted = 0;
        while (rate.take("busy")) {
            granted++;
        }
        assertThat(granted).isBetween(Rate.A_SECOND - 1, Rate.A_SECOND);
    }
}
