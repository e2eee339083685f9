package io.dyadwire.ingest.publish;

import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.ingest.source.SourceChanges;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which feeds of a partition are wanted, from {@code news.feed-sources} and from the list. One change is made after the
 * other, each written before polling is told of it; nothing is polled before all that stood there was given.
 */
final class ShardFeeds {
    private static final Logger LOG = LoggerFactory.getLogger(ShardFeeds.class);

    @FunctionalInterface
    private interface Task {
        void run() throws InterruptedException, StoppedException;
    }

    private final Shard shard;
    private final SharedBook book;
    private final Wanted polling;
    private final ExecutorService tasks;

    /** Touched by tasks only. */
    private final Map<String, FeedSource> sources = new HashMap<>();

    private volatile boolean live;

    ShardFeeds(Shard shard, SharedBook book, Wanted polling) {
        this.shard = shard;
        this.book = book;
        this.polling = polling;
        this.tasks = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("shard-" + shard.partition()).factory());
    }

    /** Whether they are being polled. */
    boolean isLive() {
        return live;
    }

    /** Takes what stands on {@code news.feed-sources}; null when nobody wants the feed any more. */
    void defined(String feedId, @Nullable FeedSource source) {
        task(() -> {
            FeedSource before = source == null ? sources.remove(feedId) : sources.put(feedId, source);
            if (!live || (source == null && before == null)) {
                return;
            }
            if (source == null) {
                polling.unwanted(feedId);
                write(new SourceChanges(List.of(), List.of()), List.of(feedId));
            } else if (!source.equals(before)) {
                tell(source);
            }
        });
    }

    /** All definitions there were have been given: now this list is set against them, and polling begins. */
    void begin(List<FeedSource> list) {
        task(() -> {
            SourceChanges changes = SourceChanges.between(sources, list);
            List<String> forgotten = new ArrayList<>(changes.gone());
            for (FeedSource changed : changes.changed()) {
                sources.put(changed.feedId(), changed);
            }
            changes.gone().forEach(sources::remove);
            for (String feedId : shard.feedIds()) {
                if (!sources.containsKey(feedId) && !forgotten.contains(feedId)) {
                    forgotten.add(feedId);
                }
            }
            write(changes, forgotten);
            live = true;
            // Those that were polled before first: one of them may know that a host wants to be left alone.
            Set<String> polled = Set.copyOf(shard.feedIds());
            sources.values().stream()
                    .sorted(Comparator.comparing(source -> !polled.contains(source.feedId())))
                    .forEach(this::tell);
            LOG.atInfo()
                    .addKeyValue("partition", shard.partition())
                    .addKeyValue("feeds", sources.size())
                    .log("Polling");
        });
    }

    /** The list of feeds has changed. */
    void listed(List<FeedSource> list) {
        task(() -> {
            if (!live) {
                return;
            }
            SourceChanges changes = SourceChanges.between(sources, list);
            changes.gone().forEach(sources::remove);
            changes.gone().forEach(polling::unwanted);
            write(changes, changes.gone());
            for (FeedSource changed : changes.changed()) {
                sources.put(changed.feedId(), changed);
                tell(changed);
            }
        });
    }

    private void write(SourceChanges changes, Collection<String> forgotten)
            throws InterruptedException, StoppedException {
        if (!changes.isEmpty() || !forgotten.isEmpty()) {
            shard.define(changes, forgotten);
        }
    }

    private void tell(FeedSource source) {
        if (source.paused()) {
            polling.unwanted(source.feedId());
        } else {
            polling.wanted(shard, source, book.state(source.feedId()));
        }
        if (shard.isClosed()) {
            // It was closed meanwhile, and whoever did that could not know of this feed.
            polling.dropped(shard);
        }
    }

    private void task(Task task) {
        if (shard.isClosed()) {
            return;
        }
        tasks.execute(() -> {
            try {
                task.run();
            } catch (StoppedException e) {
                LOG.atDebug().addKeyValue("partition", shard.partition()).log("No longer ours");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.atError()
                        .addKeyValue("partition", shard.partition())
                        .setCause(e)
                        .log("Feeds could not be changed");
            }
        });
    }

    /** What is not done yet is not to be done any more. */
    void close() {
        tasks.shutdownNow();
    }
}
