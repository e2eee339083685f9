package io.dyadwire.ingest.article;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import java.util.List;

/**
 * An item as an article, before it is decided which id and version it gets.
 *
 * @param ids what it may be known by, best first: its address, its guid, its title and date; never empty
 * @param hash of title and text; another hash is another version
 * @param firstVersion the article under its best id
 */
public record ArticleDraft(List<ArticleId> ids, String hash, Article firstVersion) {
    public ArticleDraft {
        ids = List.copyOf(ids);
    }

    /** The article under this id, in this version. */
    public Article as(ArticleId id, int version) {
        Article a = firstVersion;
        return new Article(
                id,
                a.url(),
                a.feedId(),
                a.feedTitle(),
                a.publisher(),
                a.title(),
                a.text(),
                a.textKind(),
                a.language(),
                a.publishedAt(),
                a.publishedAtSource(),
                a.fetchedAt(),
                a.updatedAt(),
                version,
                a.authors(),
                a.categories(),
                a.backfill());
    }
}
