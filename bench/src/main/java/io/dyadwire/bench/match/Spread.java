package io.dyadwire.bench.match;

import java.util.Arrays;
import java.util.Locale;

/** How long many of the same took, in microseconds. */
final class Spread {
    private long[] nanos = new long[1024];
    private int count;

    void add(long nanosTaken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = nanosTaken;
    }

    /** The time that so large a share of them stayed under; 1 for the longest. */
    double micros(double share) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.min(count - 1, (int) (share * count))] / 1e3;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "p50 %,7.1f µs   p99 %,7.1f µs   longest %,9.1f µs", micros(0.5), micros(0.99), micros(1));
    }
}
