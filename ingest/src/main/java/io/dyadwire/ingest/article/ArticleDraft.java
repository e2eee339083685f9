package io.dyadwire.ingest.article;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item as an article, before it is decided which id and version it gets.
 *
 * @param ids what it may be known by, best first: its address, its guid, its title and date; never empty
 * @param lasting those of the ids that will name no other item of the feed later: not a title without a date
 * @param guid that of the ids which is made of the guid; absent when it has none, or none beside its address
 * @param hash of title and text ({@link ContentHash}); another hash is another version
 * @param firstVersion the article under its best id
 */
public record ArticleDraft(
        List<ArticleId> ids,
        List<ArticleId> lasting,
        @Nullable ArticleId guid,
        String hash,
        Article firstVersion) {
    public ArticleDraft {
        ids = List.copyOf(ids);
        lasting = List.copyOf(lasting);
    }

    /**
     * The article under this id, in this version.
     *
     * @param suspect whether it may be old news in a new dress: then it is backfill, too
     */
    public Article as(ArticleId id, int version, boolean suspect) {
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
                suspect || a.backfill(),
                a.publishedRaw(),
                a.updatedRaw());
    }
}
