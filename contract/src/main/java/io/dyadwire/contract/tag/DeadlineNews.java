package io.dyadwire.contract.tag;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.deadline.DeadlineTurn;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.pair.Pair;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the article says became of a deadline, without giving a date to come: "the summit set for Sept. 3 was called off".
 *
 * @param id that of the deadline which other articles give a date for
 * @param what subject and act, up to ten words
 * @param date the date that it had, where the article names it
 * @param confidence 0 to 1
 * @param evidence the words that say so, then the clause
 */
public record DeadlineNews(
        String id,
        DeadlineTurn turn,
        String what,
        List<Pair> pairs,
        List<String> topics,
        @Nullable PartialDate date,
        double confidence,
        List<Span> evidence) {
    public DeadlineNews {
        Check.text("id", id);
        Check.present("turn", turn);
        Check.text("what", what);
        pairs = Check.list("pairs", pairs);
        topics = Check.slugs("topics", topics);
        Check.share("confidence", confidence);
        evidence = Check.some("evidence", evidence);
    }
}
