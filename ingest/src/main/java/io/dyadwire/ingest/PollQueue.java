package io.dyadwire.ingest;

import io.dyadwire.contract.feed.FeedHealth;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.ingest.publish.Shard;
import io.dyadwire.outbound.HttpUri;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whose turn comes when. A feed waits here once, except while it is polled. Anybody may add; one thread takes out. */
final class PollQueue {
    /** A feed that is polled. Its {@code due} changes only while it does not wait. */
    static final class Feed {
        final Shard shard;
        final FeedSource source;
        volatile Instant due;
        volatile FeedHealth health = FeedHealth.OK;
        volatile String host;

        /** Not before then, however much its hub hurries us. */
        volatile Instant earliest = FeedState.NEVER;

        /** Removed, paused, or wanted otherwise: then another one stands in its place. */
        volatile boolean gone;

        Feed(Shard shard, FeedSource source, Instant due) {
            this.shard = shard;
            this.source = source;
            this.due = due;
            this.host = HttpUri.host(source.url()).orElse("");
        }
    }

    private record Due(Instant at, Feed feed) {}

    private final PriorityBlockingQueue<Due> queue = new PriorityBlockingQueue<>(64, Comparator.comparing(Due::at));
    private final Set<String> pinged = ConcurrentHashMap.newKeySet();

    void add(Feed feed) {
        queue.add(new Due(feed.due, feed));
    }

    /** Takes out the first whose time has come. */
    Optional<Feed> next(Instant now) {
        Due first = queue.peek();
        return first == null || first.at.isAfter(now) || !queue.remove(first)
                ? Optional.empty()
                : Optional.of(first.feed);
    }

    /** The clock was set back by so much: what was promised by it lies as much earlier. */
    void setBack(Duration by) {
        List<Due> waiting = new ArrayList<>();
        queue.drainTo(waiting);
        for (Due due : waiting) {
            due.feed.due = due.at.minus(by);
            due.feed.earliest = due.feed.earliest.minus(by);
            add(due.feed);
        }
    }

    /** A hub says that this feed has news. */
    void ping(String feedId) {
        pinged.add(feedId);
    }

    /** Moves forward those that hubs told of. One that is being polled just now has its turn after that. */
    void hurry(Function<String, @Nullable Feed> feeds, Instant now) {
        pinged.removeIf(feedId -> {
            Feed feed = feeds.apply(feedId);
            if (feed == null) {
                return true;
            }
            if (!queue.remove(new Due(feed.due, feed))) {
                return false;
            }
            Instant soonest = feed.earliest.isAfter(now) ? feed.earliest : now;
            feed.due = soonest.isBefore(feed.due) ? soonest : feed.due;
            add(feed);
            return true;
        });
    }
}
