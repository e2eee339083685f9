package io.dyadwire.processor.deadline;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.DeadlineMove;
import io.dyadwire.contract.deadline.DeadlineStatement;
import io.dyadwire.contract.deadline.DeadlineTurn;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.tag.TaggedArticle;
import java.net.URI;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one article says about one deadline, on its way to the task that follows that deadline. Small whatever the article
 * holds: long words are cut, and of many pairs and topics the first are kept.
 *
 * @param id of the deadline
 * @param kind absent where the article tells only what became of it
 * @param zone where the day counts; absent where the article does not tell, and in what was stored of old
 */
public record Said(
        String id,
        String what,
        @Nullable DeadlineKind kind,
        List<Pair> pairs,
        List<String> topics,
        DeadlineStatement statement,
        @Nullable ZoneId zone) {
    /** The order in which things were said: by publication, then by article, so that it is the same in every replay. */
    static final Comparator<Said> ORDER = Comparator.comparing((Said said) -> said.statement.saidAt())
            .thenComparing(said -> said.statement.articleId().value())
            .thenComparing(said -> said.statement.at())
            .thenComparing(said -> said.statement.turn(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Said::day)
            .thenComparing(Said::toString);

    static final int MOST_NAMES = 20;
    private static final int LONGEST_WHAT = 200;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_QUOTE = 1_000;
    private static final int LONGEST_URL = 2_000;

    public Said {
        Check.text("id", id);
        Check.text("what", what);
        pairs = Check.list("pairs", pairs);
        topics = Check.slugs("topics", topics);
        Check.present("statement", statement);
    }

    /** All that this article says about deadlines. */
    public static List<Said> in(TaggedArticle tagged) {
        Article article = tagged.article();
        if (tagged.deadlines().isEmpty() && tagged.deadlineNews().isEmpty()) {
            return List.of();
        }
        String agency = AgencyCredit.in(article);
        Stream<Said> dates = tagged.deadlines().stream()
                .map(tag -> new Said(
                        tag.id(),
                        cut(tag.what(), LONGEST_WHAT),
                        tag.kind(),
                        first(tag.pairs()),
                        first(tag.topics()),
                        statement(article, agency, tag.date(), null, tag.move(), tag.evidence()),
                        tag.zone()));
        Stream<Said> news = tagged.deadlineNews().stream()
                .map(tag -> new Said(
                        tag.id(),
                        cut(tag.what(), LONGEST_WHAT),
                        null,
                        first(tag.pairs()),
                        first(tag.topics()),
                        statement(article, agency, tag.date(), tag.turn(), null, tag.evidence()),
                        null));
        return Stream.concat(dates, news).toList();
    }

    /** Whether it is what the other says: the same date, the same turn. */
    boolean saysTheSame(Said other) {
        return statement.turn() == other.statement.turn() && day().equals(other.day());
    }

    boolean inSameArticle(Said other) {
        return statement.articleId().equals(other.statement.articleId())
                && statement.at().equals(other.statement.at());
    }

    private String day() {
        return statement.date() == null ? "" : statement.date().value();
    }

    private static DeadlineStatement statement(
            Article article,
            @Nullable String agency,
            @Nullable PartialDate date,
            @Nullable DeadlineTurn turn,
            @Nullable DeadlineMove move,
            List<Span> evidence) {
        String title = article.title().isBlank() ? article.id().value() : article.title();
        URI url = article.url();
        return new DeadlineStatement(
                article.fetchedAt(),
                date,
                article.id(),
                cut(title, LONGEST_TITLE),
                url == null || url.toString().length() > LONGEST_URL ? null : url,
                cut(article.publisherOrFeed(), LONGEST_NAME),
                cut(quote(article, evidence), LONGEST_QUOTE),
                article.backfill(),
                turn,
                article.publishedAt(),
                move,
                agency);
    }

    /** The longest of its spans: the clause rather than the words of the date. */
    private static String quote(Article article, List<Span> evidence) {
        Span longest = evidence.getFirst();
        for (Span span : evidence) {
            if (span.end() - span.start() > longest.end() - longest.start()) {
                longest = span;
            }
        }
        return longest.in(article);
    }

    private static <T> List<T> first(List<T> names) {
        return names.stream().limit(MOST_NAMES).toList();
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }
}
