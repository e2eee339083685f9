package io.dyadwire.alerts.delivery;

import io.dyadwire.alerts.channel.Rate;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Keeps a channel within its rate, in any stretch of time. Not thread-safe. */
final class RateMeter {
    private final @Nullable Rate rate;
    private final Deque<Long> sent = new ArrayDeque<>();

    RateMeter(@Nullable Rate rate) {
        this.rate = rate;
    }

    /** Nanoseconds until the next may be sent; 0 or less for now. */
    long untilNext(long nanoTime) {
        if (rate == null || sent.size() < rate.messages()) {
            return 0;
        }
        return sent.getFirst() + rate.within().toNanos() - nanoTime;
    }

    void sent(long nanoTime) {
        if (rate == null) {
            return;
        }
        if (sent.size() == rate.messages()) {
            sent.removeFirst();
        }
        sent.addLast(nanoTime);
    }
}
