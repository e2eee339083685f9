package io.dyadwire.contract.deadline;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.pair.Pair;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One deadline or event, across all articles that speak of it. Key on Kafka: {@code id}; compacted, the newest record
 * is the whole truth.
 *
 * @param what subject and act, up to ten words
 * @param date as last stated
 * @param zone where the day counts, when the articles say; otherwise each desk's own
 * @param history what was said, oldest first; the newest {@value #MAX_HISTORY} statements are kept
 * @param sources distinct publishers that gave the present date
 * @param firstSeen fetch time of the first article
 * @param lastSeen fetch time of the last article
 * @param nextReminder when the next reminder is due; absent where each rule has reminders of its own
 */
public record Deadline(
        String id,
        String what,
        DeadlineKind kind,
        List<Pair> pairs,
        List<String> topics,
        PartialDate date,
        Precision precision,
        @Nullable ZoneId zone,
        DeadlineState state,
        List<DeadlineStatement> history,
        List<String> sources,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Instant nextReminder) {
    public static final int MAX_HISTORY = 20;

    public Deadline {
        Check.text("id", id);
        Check.text("what", what);
        kind = kind == null ? DeadlineKind.DEADLINE : kind;
        pairs = Check.list("pairs", pairs);
        topics = Check.slugs("topics", topics);
        Check.present("date", date);
        precision = date.precision(precision);
        Check.present("state", state);
        history = Check.some("history", history);
        Check.that(history.size() <= MAX_HISTORY, () -> "history: more than " + MAX_HISTORY + " statements");
        sources = Check.list("sources", sources);
        Check.present("firstSeen", firstSeen);
        Check.present("lastSeen", lastSeen);
    }

    /** The statement that made it what it is now. */
    public DeadlineStatement latest() {
        return history.getLast();
    }
}
