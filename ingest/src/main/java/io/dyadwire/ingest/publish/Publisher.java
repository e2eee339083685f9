package io.dyadwire.ingest.publish;

import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.ingest.poll.PollPlan;
import io.dyadwire.ingest.state.FeedBook;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits polls one after the other. A poll is planned against what is committed, under one lock with its commit, so two
 * feeds that carry one article cannot both publish it. Memory changes only after the commit.
 *
 * <p>When the broker is away, whoever commits waits here, with its poll in hand, and everybody behind it: polls are
 * delayed, not lost. After any trouble it is unknown whether the last transaction went through, so the topic is read
 * again and the poll is planned anew. Another producer under our transactional id ends it all: {@link #fatal()}.
 */
public final class Publisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    /** One line in the log in so long while the broker is away. */
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    /** Makes sure that the topics are there; may fail like any other call to Kafka. */
    @FunctionalInterface
    public interface Preparation {
        void run() throws InterruptedException;
    }

    private final FeedLog log;
    private final Preparation topics;
    private final Duration retryEvery;
    private final ReentrantLock lock = new ReentrantLock();
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable FeedBook book;
    private long lastWarning = System.nanoTime() - QUIET_NANOS;
    private volatile @Nullable String problem = "not connected to Kafka yet";
    private volatile @Nullable String fatal;

    Publisher(FeedLog log, Preparation topics, Duration retryEvery) {
        this.log = log;
        this.topics = topics;
        this.retryEvery = retryEvery;
    }

    /** Waits until Kafka is there and everything committed is read. */
    public void open() throws InterruptedException, StoppedException {
        lock.lockInterruptibly();
        try {
            openBook();
        } finally {
            lock.unlock();
        }
    }

    /** What is committed about this feed. */
    public Optional<FeedState> state(String feedId) throws InterruptedException, StoppedException {
        lock.lockInterruptibly();
        try {
            return openBook().state(feedId);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Plans against what is committed, commits, and returns the plan that went through.
     *
     * @throws IllegalStateException when Kafka will never take what was planned
     */
    public PollPlan publish(Function<FeedBook, PollPlan> planner) throws InterruptedException, StoppedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                FeedBook committed = openBook();
                PollPlan plan = planner.apply(committed);
                try {
                    log.commit(plan.articles(), plan.state());
                    committed.put(plan.state());
                    return plan;
                } catch (BrokerTrouble e) {
                    book = null;
                    if (e.kind() == BrokerTrouble.Kind.REFUSED) {
                        throw new IllegalStateException(e.getMessage(), e);
                    }
                    waitAfter(e);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Why nothing can be committed just now; empty when it can. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Why nothing can ever be committed again; empty when it can. */
    public Optional<String> fatal() {
        return Optional.ofNullable(fatal);
    }

    private FeedBook openBook() throws InterruptedException, StoppedException {
        while (true) {
            stopIfTold();
            FeedBook open = book;
            if (open != null) {
                return open;
            }
            try {
                topics.run();
                book = log.open();
                problem = null;
                LOG.atInfo().addKeyValue("feeds", book.size()).log("Connected to Kafka, feeds read");
            } catch (BrokerTrouble e) {
                waitAfter(e);
            } catch (KafkaException e) {
                waitAfter(BrokerTrouble.of("asking Kafka", e));
            }
        }
    }

    private void waitAfter(BrokerTrouble trouble) throws InterruptedException, StoppedException {
        problem = trouble.getMessage();
        if (trouble.kind() == BrokerTrouble.Kind.FENCED) {
            fatal = trouble.getMessage();
            LOG.atError().setCause(trouble).log("Ingest stops: {}", trouble.getMessage());
        } else if (System.nanoTime() - lastWarning >= QUIET_NANOS) {
            lastWarning = System.nanoTime();
            LOG.atWarn().addKeyValue("retryEvery", retryEvery).log("Polls wait for Kafka: {}", trouble.getMessage());
        }
        stopIfTold();
        closed.await(retryEvery.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void stopIfTold() throws StoppedException {
        if (closed.getCount() == 0 || fatal != null) {
            throw new StoppedException();
        }
    }

    /** Lets the commit in hand end, for a while, and ends. */
    @Override
    public void close() {
        closed.countDown();
        boolean mine = false;
        try {
            mine = lock.tryLock(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            // Also when somebody still waits for the broker: that ends the wait.
            log.close();
            problem = "closed";
        } finally {
            if (mine) {
                lock.unlock();
            }
        }
    }

    /** We were closed, or are of no more use. */
    public static final class StoppedException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
