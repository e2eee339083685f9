package io.dyadwire.alerts.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * When what was decided is committed, so that it can be read: for fresh news almost at once, for news that comes late less
 * often, in larger transactions, which cost less. So a backlog is read in half the time, and nobody waits who could tell.
 *
 * <table>
 * <caption>How long a decision waits at most</caption>
 * <tr><td>about news of now</td><td>not at all, as long as commits come no more often than every {@code commitInterval}; else that long</td></tr>
 * <tr><td>about news of 4 s ago</td><td>a twentieth of that: 200 ms</td></tr>
 * <tr><td>of 10 s ago and more; records of which nothing came</td><td>{@link #LONGEST}</td></tr>
 * </table>
 *
 * <p>A commit is of all tasks of a stream thread, so each thread has one timing for all of its tasks.
 */
final class CommitTiming {
    /** Kafka Streams commits this often by itself. */
    static final Duration LONGEST = Duration.ofMillis(500);

    private static final int SHARE = 20;

    /** Turns that were not taken and may be taken later. */
    private static final int SAVED = 3;

    private final Duration shortest;
    private final InstantSource clock;
    private final ThreadLocal<Moments> moments = ThreadLocal.withInitial(Moments::new);

    /** Of one thread, in milliseconds of the clock of Kafka Streams. */
    private static final class Moments {
        private long last;
        private long next;

        /** When the next commit may come; each takes a turn of {@code shortest}. */
        private long free;
    }

    CommitTiming(Duration shortest, InstantSource clock) {
        this.shortest = shortest;
        this.clock = clock;
    }

    /** Something was decided by this task about news of that time: asks for a commit now or soon. */
    void decided(ProcessorContext<?, ?> context, Instant newsAt) {
        long now = context.currentSystemTimeMs();
        Duration wait = wait(newsAt);
        long due = wait.equals(shortest) ? moments.get().free : moments.get().last + wait.toMillis();
        if (due <= now) {
            commit(context, now);
        } else if (moments.get().next <= now || due < moments.get().next) {
            moments.get().next = due;
            later(context, Duration.ofMillis(due - now));
        }
    }

    private Duration wait(Instant newsAt) {
        Duration share = Duration.between(newsAt, clock.instant()).dividedBy(SHARE);
        Duration atMost = share.compareTo(LONGEST) < 0 ? share : LONGEST;
        return atMost.compareTo(shortest) > 0 ? atMost : shortest;
    }

    private void later(ProcessorContext<?, ?> context, Duration wait) {
        Cancellable[] once = new Cancellable[1];
        once[0] = context.schedule(wait, PunctuationType.WALL_CLOCK_TIME, now -> {
            once[0].cancel();
            commit(context, now);
        });
    }

    private void commit(ProcessorContext<?, ?> context, long now) {
        moments.get().last = now;
        long turn = shortest.toMillis();
        moments.get().free = Math.max(now - SAVED * turn, moments.get().free) + turn;
        context.commit();
    }
}
