package io.dyadwire.ingest.publish;

import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.ingest.poll.PollPlan;
import io.dyadwire.ingest.state.FeedBook;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * What is committed in all partitions of this instance. Partitions commit side by side; a plan that would publish an
 * article which another partition is committing just now waits for that, and is then made anew: two feeds that carry
 * one article cannot both publish it.
 */
final class SharedBook {
    private final FeedBook book = new FeedBook();
    private final Map<Integer, List<String>> committing = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    Optional<FeedState> state(String feedId) {
        lock.lock();
        try {
            return book.state(feedId);
        } finally {
            lock.unlock();
        }
    }

    List<String> feedIds(int partition) {
        lock.lock();
        try {
            return book.feedIds()
                    .filter(feedId -> Topics.FEEDS.partitionOf(feedId) == partition)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /** Plans against what is committed. Until it is known how the commit went, the articles are this partition's. */
    PollPlan plan(int partition, Function<FeedBook, PollPlan> planner) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                PollPlan plan = planner.apply(book);
                List<String> articles = plan.articles().stream()
                        .map(article -> article.id().value())
                        .toList();
                if (committing.values().stream().allMatch(others -> Collections.disjoint(others, articles))) {
                    committing.put(partition, articles);
                    return plan;
                }
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    void committed(int partition, FeedState state) {
        change(partition, () -> book.put(state));
    }

    /** Nothing of the plan was written. */
    void released(int partition) {
        change(partition, () -> {});
    }

    void forgotten(int partition, Collection<String> feedIds) {
        change(partition, () -> feedIds.forEach(book::remove));
    }

    /** What was read when the partition was opened, in place of what was known of it. */
    void opened(int partition, Collection<FeedState> states) {
        change(partition, () -> {
            remove(partition);
            states.forEach(book::put);
        });
    }

    /** The partition is no longer ours. */
    void dropped(int partition) {
        change(partition, () -> remove(partition));
    }

    private void remove(int partition) {
        book.removeIf(feedId -> Topics.FEEDS.partitionOf(feedId) == partition);
    }

    private void change(int partition, Runnable change) {
        lock.lock();
        try {
            change.run();
            committing.remove(partition);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
