package io.dyadwire.contract.alert;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The article that an alert is about, without its text. */
public record AlertArticle(
        ArticleId id,
        int version,
        String title,
        @Nullable URI url,
        String publisher,
        @Nullable Instant publishedAt,
        Instant fetchedAt) {
    public AlertArticle {
        Check.present("article.id", id);
        Check.atLeast("article.version", version, 1);
        title = title == null ? "" : title;
        publisher = publisher == null ? "" : publisher;
        Check.present("article.fetchedAt", fetchedAt);
    }

    public static AlertArticle of(Article article) {
        String publisher = article.publisher() == null ? article.feedTitle() : article.publisher();
        return new AlertArticle(
                article.id(),
                article.version(),
                article.title(),
                article.url(),
                publisher,
                article.publishedAt(),
                article.fetchedAt());
    }
}
