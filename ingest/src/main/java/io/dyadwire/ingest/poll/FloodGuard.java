package io.dyadwire.ingest.poll;

import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.feed.KnownItem;
import io.dyadwire.ingest.article.ArticleDraft;
import io.dyadwire.ingest.article.ContentHash;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Recognises old news in a new dress. When more than half of what a known feed lists is new all at once, the site may have
 * given its old articles new addresses and dates; those whose title the feed showed before are not taken for news.
 */
final class FloodGuard {
    private static final int LEAST = 5;

    private final Set<String> oldTitles;

    /** @param ids what the drafts go by, in their order */
    FloodGuard(List<ArticleDraft> answer, List<ArticleId> ids, Map<String, KnownItem> known) {
        long fresh = ids.stream().filter(id -> !known.containsKey(id.value())).count();
        boolean flood = answer.size() >= LEAST && fresh * 2 > answer.size();
        this.oldTitles = flood
                ? known.values().stream()
                        .filter(item -> !ItemIdentity.isAlias(item, known))
                        .map(item -> ContentHash.titlePart(item.hash()))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    boolean suspects(ArticleDraft draft) {
        return oldTitles.contains(ContentHash.titlePart(draft.hash()));
    }
}
