package io.dyadwire.contract.pair;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.Span;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article about one pair, so that a consumer can read one pair in order. Key on Kafka: {@code pair}.
 *
 * @param main whether the article is chiefly about this pair
 * @param from the one of the two that acts on the other; absent, as {@code to} is, where both act, or act together, or
 *     the words do not say plainly which of them acts
 * @param to the one that is acted on
 * @param topics slugs of the article's topics
 * @param evidence spans of the article that relate the two
 */
public record PairMention(
        Pair pair,
        ArticleId articleId,
        int version,
        String title,
        @Nullable URI url,
        @Nullable String publisher,
        @Nullable Instant publishedAt,
        Instant fetchedAt,
        double salience,
        boolean main,
        @Nullable String from,
        @Nullable String to,
        boolean backfill,
        List<String> topics,
        List<Span> evidence) {
    public PairMention {
        Check.present("pair", pair);
        Check.present("articleId", articleId);
        Check.atLeast("version", version, 1);
        title = title == null ? "" : title;
        Check.absolute("url", url);
        Check.present("fetchedAt", fetchedAt);
        Check.share("salience", salience);
        pair.checkRoles(from, to);
        topics = Check.slugs("topics", topics);
        evidence = Check.list("evidence", evidence);
    }
}
