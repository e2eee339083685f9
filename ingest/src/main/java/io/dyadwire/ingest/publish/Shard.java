package io.dyadwire.ingest.publish;

import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.ingest.poll.PollPlan;
import io.dyadwire.ingest.publish.BrokerTrouble.Kind;
import io.dyadwire.ingest.source.SourceChanges;
import io.dyadwire.ingest.state.FeedBook;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One partition of the feeds, for as long as it is ours. Its polls are committed one after the other, each planned
 * against what is committed. Memory changes only after the commit.
 *
 * <p>After any trouble it is unknown whether the last transaction went through, and whether the partition is still ours.
 * So the group is asked first, then the partition is opened anew, which reads it again; polls wait meanwhile with what
 * they brought in hand, and are planned anew. When the partition went to another instance, they are broken off.
 */
public final class Shard {
    private static final Logger LOG = LoggerFactory.getLogger(Shard.class);

    /** Asks the group whether the partition is still ours; if so, {@link #open} is called. */
    @FunctionalInterface
    interface Membership {
        void confirm(BrokerTrouble why);
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws BrokerTrouble;
    }

    private final int partition;
    private final FeedLog log;
    private final SharedBook book;
    private final Wanted polling;
    private final InstantSource clock;
    private final Membership membership;
    private final Duration retryEvery;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ShardFeeds feeds;

    private boolean open;
    private volatile @Nullable Thread opener;

    Shard(
            int partition,
            FeedLog log,
            SharedBook book,
            Wanted polling,
            InstantSource clock,
            Membership membership,
            Duration retryEvery) {
        this.partition = partition;
        this.log = log;
        this.book = book;
        this.polling = polling;
        this.clock = clock;
        this.membership = membership;
        this.retryEvery = retryEvery;
        this.feeds = new ShardFeeds(this, book, polling);
    }

    int partition() {
        return partition;
    }

    /** Which of its feeds are wanted. */
    ShardFeeds feeds() {
        return feeds;
    }

    /** What is committed about this feed. */
    public Optional<FeedState> state(String feedId) throws InterruptedException, StoppedException {
        lock.lockInterruptibly();
        try {
            awaitOpen();
            return book.state(feedId);
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
                awaitOpen();
                PollPlan plan = book.plan(partition, planner);
                if (written(() -> log.commit(plan.articles(), plan.state()))) {
                    book.committed(partition, plan.state());
                    return plan;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Opens it on a thread of its own, unless it is open. Call when the group has said that it is ours. */
    void open() {
        opener = Thread.ofVirtual().name("open-" + partition).start(this::openNow);
    }

    private void openNow() {
        lock.lock();
        try {
            tryToOpen();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void tryToOpen() throws InterruptedException {
        if (open || isClosed()) {
            return;
        }
        try {
            List<FeedState> states = log.open();
            if (isClosed()) {
                log.close();
                return;
            }
            book.opened(partition, states);
            open = true;
            opened.signalAll();
        } catch (BrokerTrouble e) {
            if (!ended.await(retryEvery.toMillis(), TimeUnit.MILLISECONDS)) {
                membership.confirm(e);
            }
        }
    }

    private void awaitOpen() throws InterruptedException, StoppedException {
        while (!open && !isClosed()) {
            // Whoever closes it may not get the lock to wake us.
            boolean told = opened.await(1, TimeUnit.SECONDS);
            LOG.atTrace()
                    .addKeyValue("partition", partition)
                    .addKeyValue("told", told)
                    .log("Waited for Kafka");
        }
        if (isClosed()) {
            throw new StoppedException();
        }
    }

    boolean isClosed() {
        return ended.getCount() == 0;
    }

    /** True when it went through; false when it is unknown and the partition must be opened again. */
    private boolean written(Writing writing) {
        try {
            writing.write();
            return true;
        } catch (BrokerTrouble e) {
            open = false;
            if (!isClosed()) {
                membership.confirm(e);
            }
            if (e.kind() == Kind.REFUSED) {
                throw new IllegalStateException(e.getMessage(), e);
            }
            return false;
        } catch (RuntimeException e) {
            book.released(partition);
            throw e;
        }
    }

    /**
     * Changes what is wanted, and forgets the states of these feeds, all in one transaction.
     *
     * @throws IllegalStateException when Kafka will never take it
     */
    void define(SourceChanges changes, Collection<String> forgotten) throws InterruptedException, StoppedException {
        lock.lockInterruptibly();
        try {
            do {
                awaitOpen();
            } while (!written(() -> log.define(changes, forgotten, clock.instant())));
            book.forgotten(partition, forgotten);
        } finally {
            lock.unlock();
        }
    }

    /** Those of which something is committed. */
    List<String> feedIds() throws InterruptedException, StoppedException {
        lock.lockInterruptibly();
        try {
            awaitOpen();
            return book.feedIds(partition);
        } finally {
            lock.unlock();
        }
    }

    /** Lets the commit in hand end for so long, then ends whatever goes on. Nothing is written after this. */
    void close(Duration patience) {
        ended.countDown();
        boolean mine = false;
        try {
            mine = lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            log.close();
            polling.dropped(this);
            book.dropped(partition);
            feeds.close();
            Thread opening = opener;
            if (opening != null) {
                opening.interrupt();
            }
        } finally {
            if (mine) {
                opened.signalAll();
                lock.unlock();
            }
        }
    }
}
