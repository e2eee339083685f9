package io.dyadwire.alerts.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dyadwire.contract.alert.AlertEvidence;
import io.dyadwire.contract.alert.DecisionOutcome;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.RuleId;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rules would have done over some time.
 *
 * @param from time of the first article, UTC; absent when there was none
 * @param to time of the last
 * @param articles how many there were; another version of one counts
 * @param complete false when it was ended early
 * @param rules in the order in which they were given
 */
public record BacktestReport(
        @Nullable Instant from, @Nullable Instant to, long articles, boolean complete, List<RuleResult> rules) {
    public BacktestReport {
        rules = List.copyOf(rules);
    }

    /**
     * What one rule would have done.
     *
     * @param hits articles that it matched
     * @param edits other versions of articles that it had matched before
     * @param share of all articles, 0 to 1: hits, edits and old news
     * @param alerts what its desk would have been told by it, repeats not counted
     * @param held what else became of its matches, and of how many: {@code deduplicated} a copy of a story, {@code grouped}
     *     waited for others, {@code throttled}, {@code inhibited}, {@code muted}, {@code digested}, {@code backfill} old news…
     * @param days from its first day with a hit to its last, in the desk's zone
     * @param terms what brought its hits, most often alone first; of what it names in alternatives, else of all
     * @param sources who published them, most first
     * @param samples spread over the time
     * @param notes what the figures leave out; mostly nothing
     */
    public record RuleResult(
            RuleId rule,
            DeskId desk,
            long hits,
            long edits,
            double share,
            long alerts,
            Map<DecisionOutcome, Long> held,
            List<Day> days,
            List<Term> terms,
            List<Count> sources,
            List<Sample> samples,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notes) {
        public RuleResult {
            held = Map.copyOf(held);
            days = List.copyOf(days);
            terms = List.copyOf(terms);
            sources = List.copyOf(sources);
            samples = List.copyOf(samples);
            notes = List.copyOf(notes);
        }

        /** How many articles matched, old ones and edits too. */
        public long matches() {
            return hits
                    + edits
                    + held.getOrDefault(DecisionOutcome.BACKFILL, 0L)
                    + held.getOrDefault(DecisionOutcome.TOO_OLD, 0L);
        }
    }

    /** One day of a rule. */
    public record Day(LocalDate day, long hits, long alerts) {}

    /** Something, and how often. */
    public record Count(String name, long count) {}

    /**
     * One part of a rule's keywords or lists.
     *
     * @param asks the part in the rule language
     * @param hits matches that have it
     * @param alone matches that would not be, but for it
     * @param words the words of the articles that satisfied it, most often first
     */
    public record Term(String asks, long hits, long alone, List<Count> words) {
        public Term {
            words = List.copyOf(words);
        }
    }

    /** One article that it matched, with the sentences that satisfy it. */
    public record Sample(
            ArticleId article,
            String title,
            String publisher,
            @Nullable URI url,
            Instant at,
            List<AlertEvidence> evidence) {
        public Sample {
            evidence = List.copyOf(evidence);
        }
    }
}
