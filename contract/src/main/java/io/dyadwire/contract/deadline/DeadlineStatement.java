package io.dyadwire.contract.deadline;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.article.ArticleId;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one article said about a deadline.
 *
 * @param at when the article was fetched, UTC
 * @param publisher the publisher, or the feed where no publisher is known
 * @param quote the sentence that said so
 */
public record DeadlineStatement(
        Instant at,
        PartialDate date,
        ArticleId articleId,
        String title,
        @Nullable URI url,
        String publisher,
        String quote) {
    public DeadlineStatement {
        Check.present("at", at);
        Check.present("date", date);
        Check.present("articleId", articleId);
        title = title == null ? "" : title;
        Check.absolute("url", url);
        Check.text("publisher", publisher);
        quote = quote == null ? "" : quote;
    }
}
