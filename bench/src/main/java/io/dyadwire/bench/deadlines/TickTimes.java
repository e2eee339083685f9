package io.dyadwire.bench.deadlines;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.cumulative.CumulativeTimer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** A registry that keeps every time that one timer records, so that the longest is told exactly. */
final class TickTimes extends SimpleMeterRegistry {
    private final String timer;
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    TickTimes(String timer) {
        this.timer = timer;
    }

    @Override
    protected Timer newTimer(Meter.Id id, DistributionStatisticConfig config, PauseDetector pauses) {
        boolean kept = id.getName().equals(timer);
        return new CumulativeTimer(id, clock, config, pauses, getBaseTimeUnit(), false) {
            @Override
            protected void recordNonNegative(long amount, TimeUnit unit) {
                super.recordNonNegative(amount, unit);
                if (kept) {
                    nanos.add(unit.toNanos(amount));
                }
            }
        };
    }

    int ticks() {
        return nanos.size();
    }

    void forget() {
        nanos.clear();
    }

    /** Such as {@code 1,200 ticks, p50 0.01 ms, p99 0.20 ms, max 3.10 ms}. */
    String words() {
        List<Long> sorted = nanos.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%,d ticks, p50 %.2f ms, p99 %.2f ms, max %.2f ms",
                sorted.size(),
                millis(sorted, 0.5),
                millis(sorted, 0.99),
                millis(sorted, 1));
    }

    private static double millis(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size()))) / 1e6;
    }
}
