package io.dyadwire.processor.topology;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.PublishedAtSource;
import io.dyadwire.contract.article.TextKind;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Articles for tests of the graph. */
final class Articles {
    static final String FEED = "feed";
    static final Instant AT = Instant.parse("2019-08-14T09:00:00Z");

    private Articles() {}

    static Article article(String id, int version) {
        return article(id, version, FEED, "Tokyo and Seoul talk");
    }

    static Article article(String id, int version, String feed, String title) {
        return new Article(
                new ArticleId(id),
                URI.create("https://news.example/" + id),
                feed,
                "A Feed",
                null,
                title,
                "Japan and South Korea hold talks. A decision is due on Aug. 24.",
                TextKind.FULL,
                "en",
                AT,
                PublishedAtSource.FEED,
                AT,
                null,
                version,
                List.of(),
                List.of(),
                false);
    }
}
