package io.dyadwire.processor.deadline;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.TextKind;
import java.time.Instant;
import java.util.List;

/** English articles for the tests of this package. */
final class NewsSample {
    /** A Wednesday. */
    static final Instant PUBLISHED = Instant.parse("2019-08-14T09:00:00Z");

    private NewsSample() {}

    static Article article(String text) {
        return article("a", PUBLISHED, "", text);
    }

    static Article article(String id, Instant published, String title, String text) {
        return new Article(
                new ArticleId(id),
                null,
                "feed",
                "Feed",
                null,
                title,
                text,
                TextKind.FULL,
                "en",
                published,
                null,
                published,
                null,
                1,
                List.of(),
                List.of(),
                false);
    }
}
