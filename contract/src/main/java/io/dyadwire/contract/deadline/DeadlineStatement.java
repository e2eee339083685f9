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
 * @param date the date that it gives; with a turn the one that it names, absent when it names none
 * @param publisher the publisher, or the feed where no publisher is known
 * @param quote the sentence that said so
 * @param backfill true when the article was old news at first sight, absent otherwise and in records of old: what it says is
 *     followed, but no desk is told of it as new
 * @param turn what it says became of the deadline; absent where it gives the date
 * @param publishedAt when it was published, as the feed claims, UTC
 * @param move set where it says that the date was changed
 * @param agency the news agency that it credits, so that copies of one report are not taken for two sources
 */
public record DeadlineStatement(
        Instant at,
        @Nullable PartialDate date,
        ArticleId articleId,
        String title,
        @Nullable URI url,
        String publisher,
        String quote,
        @Nullable Boolean backfill,
        @Nullable DeadlineTurn turn,
        @Nullable Instant publishedAt,
        @Nullable DeadlineMove move,
        @Nullable String agency) {
    public DeadlineStatement {
        Check.present("at", at);
        Check.that(date != null || turn != null, "date, turn: a statement has one of them");
        Check.present("articleId", articleId);
        title = title == null ? "" : title;
        Check.absolute("url", url);
        Check.text("publisher", publisher);
        quote = quote == null ? "" : quote;
        backfill = Boolean.TRUE.equals(backfill) ? Boolean.TRUE : null;
        agency = Check.textOrNull(agency);
    }

    /** One that gives a date, of an article that claims no time of publication. */
    public DeadlineStatement(
            Instant at,
            PartialDate date,
            ArticleId articleId,
            String title,
            @Nullable URI url,
            String publisher,
            String quote,
            @Nullable Boolean backfill) {
        this(at, date, articleId, title, url, publisher, quote, backfill, null, null, null, null);
    }

    /** Whether it comes from an article that was old news at first sight. */
    public boolean oldNews() {
        return backfill != null;
    }

    /** When it was said: when the article was published, and never after it was fetched. */
    public Instant saidAt() {
        return publishedAt == null || publishedAt.isAfter(at) ? at : publishedAt;
    }
}
