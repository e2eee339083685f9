package io.dyadwire.alerts;

import io.dyadwire.alerts.notify.Channel;
import io.dyadwire.alerts.rules.DeskFile;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.rules.RulesException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every two seconds whether the desks in the rules file are others, and has them taken. With a mistake in the file, or a
 * channel that cannot work, all desks stay as they were; so they do for a while where Kafka is not there. Rules are not looked
 * at: they change on their topic.
 *
 * <p>Metrics: {@code dyadwire.desks.changes} by outcome (taken, refused), and {@code dyadwire.desks.stale}, 1 while the file has
 * other desks than are in use.
 */
final class DeskWatch implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger(DeskWatch.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final DeskFile file;
    private final Supplier<RuleBook> inUse;
    private final Taker taker;
    private final MeterRegistry meters;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean stale;
    private boolean again;

    /** Takes the desks of this book in the place of those before. */
    interface Taker {
        /**
         * Takes them.
         *
         * @throws IllegalArgumentException when a channel cannot work as it is set up; nothing is taken then
         */
        void take(RuleBook book) throws InterruptedException, ExecutionException;
    }

    DeskWatch(DeskFile file, Supplier<RuleBook> inUse, Taker taker, MeterRegistry meters) {
        this.file = file;
        this.inUse = inUse;
        this.taker = taker;
        this.meters = meters;
        Gauge.builder("dyadwire.desks.stale", () -> stale ? 1 : 0).register(meters);
    }

    @Override
    public String name() {
        return "desks";
    }

    @Override
    public boolean turn() {
        try {
            if (closed.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
            look();
            return true;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Takes what has changed. */
    void look() throws InterruptedException {
        if (!file.changed() && !again) {
            return;
        }
        again = false;
        try {
            RuleBook book = file.read();
            if (!book.desks().equals(inUse.get().desks())) {
                taker.take(book);
                meters.counter("dyadwire.desks.changes", "outcome", "taken").increment();
                LOG.atInfo().addKeyValue("desks", book.desks().size()).log("the desks have changed");
            }
            stale = false;
        } catch (RulesException e) {
            refuse(e.problems());
        } catch (ExecutionException | KafkaException e) {
            again = true;
            refuse(List.of(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            refuse(List.of(String.valueOf(e.getMessage())));
        }
    }

    private void refuse(List<String> problems) {
        stale = true;
        meters.counter("dyadwire.desks.changes", "outcome", "refused").increment();
        problems.forEach(problem -> LOG.atError()
                .addKeyValue("file", file)
                .addKeyValue("problem", problem)
                .log("the desks stay as they were"));
    }

    @Override
    public void wakeup() {
        closed.countDown();
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
