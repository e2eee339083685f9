package io.dyadwire.ingest.state;

import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.feed.KnownItem;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The image in memory of the partitions of {@code news.feeds} that are ours: the state of every feed, and over all of
 * these feeds the latest version of every article that one of them knows. Size: bounded by the known items of the feeds,
 * some 170 bytes each. Not thread-safe; its owner guards it.
 */
public final class FeedBook {
    private record Remembered(FeedState state, KnownItems known) {
        FeedState whole() {
            return state.change().known(known.toMap()).done();
        }
    }

    /** The latest version of an article, and how many feeds know it. */
    private record Carried(int version, Bits hash, Instant lastSeen, int feeds) {
        Carried withFeeds(int other) {
            return new Carried(version, hash, lastSeen, other);
        }
    }

    private final Map<String, Remembered> states = new HashMap<>();
    private final Map<Bits, Carried> articles = new HashMap<>();

    public Optional<FeedState> state(String feedId) {
        return Optional.ofNullable(states.get(feedId)).map(Remembered::whole);
    }

    /** The latest version of this article, whichever feed brought it. */
    public Optional<KnownItem> article(String articleId) {
        return Optional.ofNullable(articles.get(Bits.of(articleId)))
                .map(found -> new KnownItem(found.version, found.hash.toString(), found.lastSeen));
    }

    public Stream<String> feedIds() {
        return states.keySet().stream();
    }

    /** Takes what was committed in place of what was there. */
    public void put(FeedState state) {
        KnownItems known = KnownItems.of(state.known());
        Remembered before = states.put(
                state.feedId(), new Remembered(state.change().known(Map.of()).done(), known));
        Set<Bits> gone = before == null ? new HashSet<>() : ids(before.known);
        for (int i = 0; i < known.size(); i++) {
            remember(known, i, gone.remove(known.id(i)));
        }
        gone.forEach(this::forget);
    }

    /** Forgets this feed. */
    public void remove(String feedId) {
        Remembered before = states.remove(feedId);
        if (before != null) {
            ids(before.known).forEach(this::forget);
        }
    }

    /** Forgets all these feeds. */
    public void removeIf(Predicate<String> feedIds) {
        List<String> gone = states.keySet().stream().filter(feedIds).toList();
        gone.forEach(this::remove);
    }

    private static Set<Bits> ids(KnownItems items) {
        Set<Bits> ids = HashSet.newHashSet(items.size());
        for (int i = 0; i < items.size(); i++) {
            ids.add(items.id(i));
        }
        return ids;
    }

    private void remember(KnownItems known, int i, boolean counted) {
        Carried fresh = new Carried(known.version(i), known.hash(i), known.lastSeen(i), 1);
        articles.merge(known.id(i), fresh, (old, one) -> {
            Carried latest = one.version > old.version ? one : old;
            return latest.withFeeds(counted ? old.feeds : old.feeds + 1);
        });
    }

    private void forget(Bits id) {
        articles.computeIfPresent(id, (key, old) -> old.feeds == 1 ? null : old.withFeeds(old.feeds - 1));
    }
}
