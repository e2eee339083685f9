package io.dyadwire.contract.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.pair.Pair;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One deadline or event, across all articles that speak of it. Key on Kafka: {@code id}; compacted, the newest record
 * is the whole truth.
 *
 * @param what subject and act, up to ten words
 * @param date as it is believed now
 * @param zone where the day counts, when the articles say; otherwise each desk's own
 * @param history what was said, in the order in which it was published; at most {@value #MAX_HISTORY} statements are kept
 * @param sources distinct publishers that gave the present date, at most {@value #MAX_SOURCES}
 * @param firstSeen fetch time of the first article
 * @param lastSeen fetch time of the last article
 * @param nextReminder when the next reminder is due; absent where each rule has reminders of its own
 * @param lastMove how it came to the present date; absent when it never had another
 * @param previousDate the date that it had before; absent when it never had another
 * @param conflicts statements of other publishers that give another date and are not believed; left out when there is none
 * @param revision 0 at first, one more with each change that a calendar must show: what, date, called off, on again
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
        @Nullable Instant nextReminder,
        @Nullable MoveKind lastMove,
        @Nullable PartialDate previousDate,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DeadlineStatement> conflicts,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
        int revision) {
    public static final int MAX_HISTORY = 20;
    public static final int MAX_SOURCES = 20;

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
        conflicts = Check.list("conflicts", conflicts);
        Check.that(conflicts.size() <= MAX_HISTORY, () -> "conflicts: more than " + MAX_HISTORY + " statements");
        Check.atLeast("revision", revision, 0);
    }

    /** One that never had another date, and that nobody disputes. */
    public Deadline(
            String id,
            String what,
            DeadlineKind kind,
            List<Pair> pairs,
            List<String> topics,
            PartialDate date,
            @Nullable Precision precision,
            @Nullable ZoneId zone,
            DeadlineState state,
            List<DeadlineStatement> history,
            List<String> sources,
            Instant firstSeen,
            Instant lastSeen,
            @Nullable Instant nextReminder) {
        this(
                id,
                what,
                kind,
                pairs,
                topics,
                date,
                precision,
                zone,
                state,
                history,
                sources,
                firstSeen,
                lastSeen,
                nextReminder,
                null,
                null,
                List.of(),
                0);
    }

    /** The newest statement that speaks for what it is now: that it was called off, put off or met, else that gives its date. */
    public DeadlineStatement latest() {
        return history.reversed().stream().filter(this::supports).findFirst().orElseGet(history::getLast);
    }

    /**
     * The last day of it. Talks on Friday and Saturday that articles tell as one thing last until Saturday; {@code date} is the
     * Friday.
     */
    public LocalDate lastDay() {
        LocalDate last = date.lastDay();
        if (precision != Precision.DAY) {
            return last;
        }
        Set<ArticleId> believed = new HashSet<>();
        for (DeadlineStatement said : history) {
            if (said.turn() == null && date.equals(said.date())) {
                believed.add(said.articleId());
            }
        }
        while (isGiven(last.plusDays(1), believed)) {
            last = last.plusDays(1);
        }
        return last;
    }

    private boolean isGiven(LocalDate day, Set<ArticleId> believed) {
        PartialDate exact = PartialDate.of(day);
        return history.stream()
                .anyMatch(said ->
                        said.turn() == null && exact.equals(said.date()) && believed.contains(said.articleId()));
    }

    private boolean supports(DeadlineStatement said) {
        return switch (state) {
            case CANCELLED -> said.turn() == DeadlineTurn.CANCELLED;
            case POSTPONED -> said.turn() == DeadlineTurn.POSTPONED;
            case MET -> said.turn() == DeadlineTurn.MET;
            case ANNOUNCED, CONFIRMED, MOVED, PASSED -> said.turn() == null && date.equals(said.date());
        };
    }
}
