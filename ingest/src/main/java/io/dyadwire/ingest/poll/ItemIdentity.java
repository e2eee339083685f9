package io.dyadwire.ingest.poll;

import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.feed.KnownItem;
import io.dyadwire.ingest.article.ArticleDraft;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which id an item goes by. The best of its own, unless that names several different items of the same answer (a feed
 * whose items all link to one page, or all have one guid); but an item stays with the id it was published under, also
 * when it comes with another link or another guid: then one of its other ids leads there. A feed whose guids change all the
 * time may give an old one to another item: then only addresses count.
 *
 * <p>Such an alias is kept among the known items, with the id that it leads to in place of a hash.
 */
final class ItemIdentity {
    private final Map<String, KnownItem> known;
    private final Set<ArticleId> ambiguous = new HashSet<>();
    private final Set<String> claimed = new HashSet<>();
    private final boolean guidsChange;

    /** @param guidsChange whether guids of this feed mean nothing */
    ItemIdentity(List<ArticleDraft> answer, Map<String, KnownItem> known, boolean guidsChange) {
        this.known = known;
        this.guidsChange = guidsChange;
        Map<ArticleId, String> hashes = new HashMap<>();
        for (ArticleDraft draft : answer) {
            for (ArticleId id : draft.ids()) {
                String other = hashes.putIfAbsent(id, draft.hash());
                if (other != null && !other.equals(draft.hash())) {
                    ambiguous.add(id);
                }
            }
            claimed.add(draft.ids().getFirst().value());
        }
    }

    ArticleId of(ArticleDraft draft) {
        for (ArticleId id : draft.ids()) {
            KnownItem before = known.get(id.value());
            if (before == null || (guidsChange && id.equals(draft.guid()))) {
                continue;
            }
            if (!isAlias(before, known)) {
                if (!ambiguous.contains(id) || before.hash().equals(draft.hash())) {
                    return id;
                }
            } else if (!ambiguous.contains(id) && !claimed.contains(before.hash())) {
                return new ArticleId(before.hash());
            }
        }
        return draft.ids().stream()
                .filter(id -> !ambiguous.contains(id) && !known.containsKey(id.value()))
                .findFirst()
                .orElseGet(() -> draft.ids().getLast());
    }

    /** The ids to remember the item by beside the one it goes by: that which led there, and the best that it has now. */
    List<ArticleId> aliases(ArticleDraft draft, ArticleId goesBy) {
        List<ArticleId> others = draft.lasting().stream()
                .filter(id -> !id.equals(goesBy) && !ambiguous.contains(id) && !isArticle(id))
                .toList();
        return Stream.concat(
                        others.stream().filter(id -> leadsTo(id, goesBy)).limit(1),
                        others.stream().limit(1))
                .distinct()
                .toList();
    }

    /** Whether the item is known by its address and has a guid beside it that tells something. */
    boolean hasTwoNames(ArticleDraft draft, ArticleId goesBy) {
        return draft.guid() != null
                && !ambiguous.contains(draft.guid())
                && goesBy.equals(draft.ids().getFirst())
                && isArticle(goesBy);
    }

    /** Whether its guid is a new one, or was that of another item. */
    boolean hasOtherGuid(ArticleDraft draft, ArticleId goesBy) {
        return hasTwoNames(draft, goesBy) && draft.guid() != null && !leadsTo(draft.guid(), goesBy);
    }

    private boolean leadsTo(ArticleId alias, ArticleId goesBy) {
        KnownItem before = known.get(alias.value());
        return before != null && before.hash().equals(goesBy.value());
    }

    private boolean isArticle(ArticleId id) {
        KnownItem before = known.get(id.value());
        return before != null && !isAlias(before, known);
    }

    /** Whether this entry among the known items says only where to look. */
    static boolean isAlias(KnownItem item, Map<String, KnownItem> known) {
        return known.containsKey(item.hash());
    }
}
