package io.dyadwire.processor.text;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.PublishedAtSource;
import io.dyadwire.contract.article.TextKind;
import java.time.Instant;
import java.util.List;

/** Articles for tests, published on 14 August 2019 unless another moment is given. */
public final class Articles {
    private static final Instant PUBLISHED = Instant.parse("2019-08-14T09:00:00Z");

    private Articles() {}

    public static Article article(String title, String text) {
        return article(PUBLISHED, title, text);
    }

    public static Article article(Instant published, String title, String text) {
        return article(published, title, text, "en");
    }

    /** One in another language, a BCP 47 tag. */
    public static Article articleIn(String language, String text) {
        return article(PUBLISHED, "", text, language);
    }

    private static Article article(Instant published, String title, String text, String language) {
        return new Article(
                ArticleId.of(title, text),
                null,
                "wire",
                "",
                null,
                title,
                text,
                TextKind.FULL,
                language,
                published,
                PublishedAtSource.FEED,
                published,
                null,
                1,
                List.of(),
                List.of(),
                false);
    }
}
