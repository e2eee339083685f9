package io.dyadwire.contract.tag;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.DeadlineMove;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.deadline.Precision;
import io.dyadwire.contract.pair.Pair;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date, not before the publication day, that something hangs on.
 *
 * @param id the same for the same thing in other articles, whatever date they give
 * @param text the words of the date as they stand
 * @param what subject and act, up to ten words
 * @param confidence 0 to 1
 * @param evidence the words of the date, then the clause that says what hangs on it
 * @param move set where the article itself says that the date was changed; absent otherwise, and in records of old
 * @param zone where the day counts: of the time that is told with it, else of the dateline; absent where neither tells, and in
 *     records of old
 */
public record DeadlineTag(
        String id,
        PartialDate date,
        Precision precision,
        DeadlineKind kind,
        String text,
        String what,
        List<Pair> pairs,
        List<String> topics,
        double confidence,
        List<Span> evidence,
        @Nullable DeadlineMove move,
        @Nullable ZoneId zone) {
    public DeadlineTag {
        Check.text("id", id);
        Check.present("date", date);
        precision = date.precision(precision);
        Check.present("kind", kind);
        Check.text("text", text);
        Check.text("what", what);
        pairs = Check.list("pairs", pairs);
        topics = Check.slugs("topics", topics);
        Check.share("confidence", confidence);
        evidence = Check.some("evidence", evidence);
    }

    /** A date that the article does not say was changed, nor where it counts. */
    public DeadlineTag(
            String id,
            PartialDate date,
            @Nullable Precision precision,
            DeadlineKind kind,
            String text,
            String what,
            List<Pair> pairs,
            List<String> topics,
            double confidence,
            List<Span> evidence) {
        this(id, date, precision, kind, text, what, pairs, topics, confidence, evidence, null, null);
    }
}
