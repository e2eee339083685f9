package io.dyadwire.contract.alert;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.deadline.DeadlineStatement;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The article that an alert is about, without its text.
 *
 * @param version absent in an alert to a deadline, which knows of the article but not which version said so
 * @param publisher the publisher, or the feed where no publisher is known
 */
public record AlertArticle(
        ArticleId id,
        @Nullable Integer version,
        String title,
        @Nullable URI url,
        String publisher,
        @Nullable Instant publishedAt,
        Instant fetchedAt) {
    public AlertArticle {
        Check.present("article.id", id);
        Check.that(version == null || version >= 1, () -> "article.version: " + version + " is less than 1");
        title = title == null ? "" : title;
        Check.absolute("article.url", url);
        Check.text("article.publisher", publisher);
        Check.present("article.fetchedAt", fetchedAt);
    }

    public static AlertArticle of(DeadlineStatement statement) {
        return new AlertArticle(
                statement.articleId(),
                null,
                statement.title(),
                statement.url(),
                statement.publisher(),
                null,
                statement.at());
    }

    public static AlertArticle of(Article article) {
        return new AlertArticle(
                article.id(),
                article.version(),
                article.title(),
                article.url(),
                article.publisherOrFeed(),
                article.publishedAt(),
                article.fetchedAt());
    }
}
