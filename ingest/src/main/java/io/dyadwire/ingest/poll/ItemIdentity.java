package io.dyadwire.ingest.poll;

import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.feed.KnownItem;
import io.dyadwire.ingest.article.ArticleDraft;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of its ids an item goes by. The best one, unless it names several different items of the same answer (a feed
 * whose items all link to the front page, or all have one guid); but an item stays with the id it was published under.
 */
final class ItemIdentity {
    private final Map<String, KnownItem> known;
    private final Set<ArticleId> ambiguous = new HashSet<>();

    ItemIdentity(List<ArticleDraft> answer, Map<String, KnownItem> known) {
        this.known = known;
        Map<ArticleId, String> hashes = new HashMap<>();
        for (ArticleDraft draft : answer) {
            for (ArticleId id : draft.ids()) {
                String other = hashes.putIfAbsent(id, draft.hash());
                if (other != null && !other.equals(draft.hash())) {
                    ambiguous.add(id);
                }
            }
        }
    }

    ArticleId of(ArticleDraft draft) {
        for (ArticleId id : draft.ids()) {
            KnownItem before = known.get(id.value());
            if (before != null && (!ambiguous.contains(id) || before.hash().equals(draft.hash()))) {
                return id;
            }
        }
        return draft.ids().stream()
                .filter(id -> !ambiguous.contains(id))
                .findFirst()
                .orElseGet(() -> draft.ids().getLast());
    }
}
