package io.dyadwire.alerts.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** How often a client may ask: so many times in a row, then so many times a second. Holds as many as there are tokens. */
final class Rate {
    static final int IN_A_ROW = 200;
    static final int A_SECOND = 50;
    private static final double NANOS = 1e9;

    private final LongSupplier nanos;
    private final Map<String, Left> clients = new ConcurrentHashMap<>();

    private record Left(double requests, long at) {}

    /** @param nanos a clock that only counts, in nanoseconds */
    Rate(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether this client may ask once more now. */
    boolean take(String client) {
        long now = nanos.getAsLong();
        Left left = clients.compute(client, (name, before) -> {
            double requests = before == null
                    ? IN_A_ROW
                    : Math.min(IN_A_ROW, before.requests() + (now - before.at()) / NANOS * A_SECOND);
            return new Left(Math.max(requests - 1, -1), now);
        });
        return left.requests() >= 0;
    }
}
