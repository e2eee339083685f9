package io.dyadwire.processor.topology;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.tag.DeadlineTag;
import io.dyadwire.contract.tag.TaggedArticle;
import java.util.List;

/**
 * A deadline as one article states it, on its way to the task that follows that deadline. The article comes without
 * its text.
 *
 * @param quote the clause or sentence that says so
 */
record DeadlineSighting(DeadlineTag tag, Article article, String quote) {
    static List<DeadlineSighting> in(TaggedArticle tagged) {
        return tagged.deadlines().stream()
                .map(tag -> new DeadlineSighting(tag, withoutText(tagged.article()), quote(tagged.article(), tag)))
                .toList();
    }

    /** The longest of its spans: the clause rather than the words of the date. */
    private static String quote(Article article, DeadlineTag tag) {
        Span longest = tag.evidence().getFirst();
        for (Span span : tag.evidence()) {
            if (span.end() - span.start() > longest.end() - longest.start()) {
                longest = span;
            }
        }
        return longest.in(article);
    }

    private static Article withoutText(Article a) {
        return new Article(
                a.id(),
                a.url(),
                a.feedId(),
                a.feedTitle(),
                a.publisher(),
                a.title().isBlank() ? a.id().value() : a.title(),
                "",
                a.textKind(),
                a.language(),
                a.publishedAt(),
                a.publishedAtSource(),
                a.fetchedAt(),
                a.updatedAt(),
                a.version(),
                List.of(),
                List.of(),
                a.backfill());
    }
}
