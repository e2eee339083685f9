package io.dyadwire.ingest.state;

import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.feed.KnownItem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The image in memory of {@code news.feeds}: the state of every feed, and over all feeds the latest version of every
 * article that one of them knows. Size: bounded by the known items of the feeds. Not thread-safe; its owner guards it.
 */
public final class FeedBook {
    private record Carried(KnownItem latest, int feeds) {}

    private final Map<String, FeedState> states = new HashMap<>();
    private final Map<String, Carried> articles = new HashMap<>();

    public Optional<FeedState> state(String feedId) {
        return Optional.ofNullable(states.get(feedId));
    }

    /** The latest version of this article, whichever feed brought it. */
    public Optional<KnownItem> article(String articleId) {
        return Optional.ofNullable(articles.get(articleId)).map(Carried::latest);
    }

    public int size() {
        return states.size();
    }

    /** Takes what was committed in place of what was there. */
    public void put(FeedState state) {
        FeedState before = states.put(state.feedId(), state);
        if (before != null) {
            before.known().keySet().stream()
                    .filter(id -> !state.known().containsKey(id))
                    .forEach(this::forget);
        }
        state.known()
                .forEach((id, item) ->
                        remember(id, item, before != null && before.known().containsKey(id)));
    }

    private void remember(String id, KnownItem item, boolean counted) {
        articles.merge(id, new Carried(item, 1), (old, one) -> {
            KnownItem latest = item.version() > old.latest.version() ? item : old.latest;
            return new Carried(latest, counted ? old.feeds : old.feeds + 1);
        });
    }

    private void forget(String id) {
        articles.computeIfPresent(id, (key, old) -> old.feeds == 1 ? null : new Carried(old.latest, old.feeds - 1));
    }
}
