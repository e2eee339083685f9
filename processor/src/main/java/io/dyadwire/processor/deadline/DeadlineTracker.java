package io.dyadwire.processor.deadline;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineState;
import io.dyadwire.contract.deadline.DeadlineStatement;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.tag.DeadlineTag;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows one deadline over the articles that speak of it. Pure functions: the store and the clock are the caller's.
 *
 * <table>
 * <caption>What an article does to a deadline</caption>
 * <tr><th>known</th><th>article says</th><th>becomes</th></tr>
 * <tr><td>nothing</td><td>any date</td><td>announced</td></tr>
 * <tr><td>announced, moved</td><td>the same date, another publisher</td><td>confirmed</td></tr>
 * <tr><td>confirmed</td><td>the same date, another publisher</td><td>confirmed, one source more</td></tr>
 * <tr><td>any</td><td>the same date, a publisher that said so before</td><td>no change</td></tr>
 * <tr><td>any but cancelled</td><td>a day inside the month known ("August", then "Aug. 24")</td><td>that day, announced</td></tr>
 * <tr><td>any</td><td>a coarser date that holds the one known</td><td>no change</td></tr>
 * <tr><td>any but cancelled</td><td>another date, fetched later</td><td>moved</td></tr>
 * <tr><td>any</td><td>another date, fetched earlier, or old news when first seen</td><td>no change</td></tr>
 * <tr><td>moved</td><td>a date it had before, published before the move was read</td><td>no change</td></tr>
 * <tr><td>passed, cancelled</td><td>the same date</td><td>no change</td></tr>
 * </table>
 */
public final class DeadlineTracker {
    private DeadlineTracker() {}

    /**
     * The deadline as it is after this article, or null when nothing changed for a reader.
     *
     * @param known what is known under the tag's id; null for a deadline never heard of
     * @param quote the sentence that says so
     */
    public static @Nullable Deadline follow(@Nullable Deadline known, DeadlineTag tag, Article article, String quote) {
        DeadlineStatement said = new DeadlineStatement(
                article.fetchedAt(),
                tag.date(),
                article.id(),
                article.title(),
                article.url(),
                publisher(article),
                quote,
                article.backfill());
        if (known == null) {
            return announced(tag, said);
        }
        if (known.state() == DeadlineState.CANCELLED || holds(tag.date(), known.date())) {
            return null;
        }
        if (known.date().equals(tag.date())) {
            return confirmed(known, tag, said);
        }
        if (holds(known.date(), tag.date())) {
            DeadlineState state = known.state() == DeadlineState.MOVED ? known.state() : DeadlineState.ANNOUNCED;
            return article.backfill() ? null : changed(known, tag, said, state, List.of(said.publisher()));
        }
        return isOlder(known, tag, article)
                ? null
                : changed(known, tag, said, DeadlineState.MOVED, List.of(said.publisher()));
    }

    /**
     * The deadline marked as passed once its last day is over, or null while it is not, or when it is already.
     *
     * @param zone where the day counts if the deadline itself does not say
     */
    public static @Nullable Deadline pass(Deadline deadline, Instant now, ZoneId zone) {
        boolean open =
                switch (deadline.state()) {
                    case ANNOUNCED, CONFIRMED, MOVED -> true;
                    case CANCELLED, MET, PASSED -> false;
                };
        ZoneId place = deadline.zone() == null ? zone : deadline.zone();
        Instant over = deadline.date().lastDay().plusDays(1).atStartOfDay(place).toInstant();
        return open && !now.isBefore(over)
                ? new Deadline(
                        deadline.id(),
                        deadline.what(),
                        deadline.kind(),
                        deadline.pairs(),
                        deadline.topics(),
                        deadline.date(),
                        deadline.precision(),
                        deadline.zone(),
                        DeadlineState.PASSED,
                        deadline.history(),
                        deadline.sources(),
                        deadline.firstSeen(),
                        deadline.lastSeen(),
                        null)
                : null;
    }

    private static Deadline announced(DeadlineTag tag, DeadlineStatement said) {
        return new Deadline(
                tag.id(),
                tag.what(),
                tag.kind(),
                tag.pairs(),
                tag.topics(),
                tag.date(),
                tag.precision(),
                null,
                DeadlineState.ANNOUNCED,
                List.of(said),
                List.of(said.publisher()),
                said.at(),
                said.at(),
                null);
    }

    private static @Nullable Deadline confirmed(Deadline known, DeadlineTag tag, DeadlineStatement said) {
        if (known.state() == DeadlineState.PASSED || known.sources().contains(said.publisher())) {
            return null;
        }
        List<String> sources = Stream.concat(known.sources().stream(), Stream.of(said.publisher()))
                .toList();
        return changed(known, tag, said, DeadlineState.CONFIRMED, sources);
    }

    private static Deadline changed(
            Deadline known, DeadlineTag tag, DeadlineStatement said, DeadlineState state, List<String> sources) {
        List<DeadlineStatement> history = new ArrayList<>(known.history());
        history.add(said);
        int surplus = Math.max(0, history.size() - Deadline.MAX_HISTORY);
        return new Deadline(
                known.id(),
                known.what(),
                known.kind(),
                union(known.pairs(), tag.pairs()),
                union(known.topics(), tag.topics()),
                tag.date(),
                tag.precision(),
                known.zone(),
                state,
                history.subList(surplus, history.size()),
                sources,
                known.firstSeen().isBefore(said.at()) ? known.firstSeen() : said.at(),
                known.lastSeen().isAfter(said.at()) ? known.lastSeen() : said.at(),
                null);
    }

    private static <T> List<T> union(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    /** Whether the article is too old to move the deadline. */
    private static boolean isOlder(Deadline known, DeadlineTag tag, Article article) {
        Instant latest = known.latest().at();
        boolean goesBack = known.history().stream().anyMatch(said -> said.date().equals(tag.date()));
        return article.backfill()
                || !article.fetchedAt().isAfter(latest)
                || (goesBack && !article.referenceTime().isAfter(latest));
    }

    /** Whether a coarser date has a finer one inside it: 2019-08 holds 2019-08-24. */
    static boolean holds(PartialDate coarse, PartialDate fine) {
        return !coarse.equals(fine)
                && !fine.firstDay().isBefore(coarse.firstDay())
                && !fine.lastDay().isAfter(coarse.lastDay());
    }

    private static String publisher(Article article) {
        String publisher = article.publisher();
        if (publisher != null && !publisher.isBlank()) {
            return publisher;
        }
        return article.feedTitle().isBlank() ? article.feedId() : article.feedTitle();
    }
}
