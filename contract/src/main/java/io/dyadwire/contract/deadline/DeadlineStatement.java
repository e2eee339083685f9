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
 * @param backfill true when the article was old news at first sight, absent otherwise and in records of old: what it says is
 *     followed, but no desk is told of it as new
 */
public record DeadlineStatement(
        Instant at,
        PartialDate date,
        ArticleId articleId,
        String title,
        @Nullable URI url,
        String publisher,
        String quote,
        @Nullable Boolean backfill) {
    public DeadlineStatement {
        Check.present("at", at);
        Check.present("date", date);
        Check.present("articleId", articleId);
        title = title == null ? "" : title;
        Check.absolute("url", url);
        Check.text("publisher", publisher);
        quote = quote == null ? "" : quote;
        backfill = Boolean.TRUE.equals(backfill) ? Boolean.TRUE : null;
    }

    /** Whether it comes from an article that was old news at first sight. */
    public boolean oldNews() {
        return backfill != null;
    }
}
