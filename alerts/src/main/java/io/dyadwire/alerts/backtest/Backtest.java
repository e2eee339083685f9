package io.dyadwire.alerts.backtest;

import io.dyadwire.alerts.backtest.BacktestReport.RuleResult;
import io.dyadwire.alerts.discipline.Candidate;
import io.dyadwire.alerts.discipline.Discipline;
import io.dyadwire.alerts.discipline.Turn;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.topology.ArticleProposals;
import io.dyadwire.alerts.topology.ArticleProposals.Proposal;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertDecision;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.alert.DecisionOutcome;
import io.dyadwire.contract.alert.Occasion;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.tag.TaggedArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs rules over articles of the past: the same matching, the same discipline of the desks, by the articles' own time. Nobody
 * is told, nobody answers; silences, ratings and deadlines are left out.
 *
 * <p>What is held does not grow with the articles, but with what rules matched within a fortnight; when that is very much, some
 * hits are only counted.
 */
public final class Backtest {
    /** Of what groups of the desks remember at a time: facts and sources of their stories, and what waits. */
    private static final int MOST_REMEMBERED = 500_000;

    /** Articles that matched, of which it is remembered by which rules: an edit is no hit. */
    private static final int MOST_ARTICLES = 200_000;

    private static final Duration MEMORY = Duration.ofDays(14);
    private static final int TOLD_EVERY = 500;

    private final ArticleProposals proposals;
    private final DeskRecall recall = new DeskRecall(MEMORY);
    private final Dated<Set<String>> matched = new Dated<>(MEMORY, MOST_ARTICLES);
    private final Discipline discipline;
    private final Map<RuleId, RuleTally> tallies = new LinkedHashMap<>();
    private long articles;
    private boolean allDecided = true;
    private @Nullable Instant first;
    private Instant newest = Instant.EPOCH;

    /** Told how far it is. */
    @FunctionalInterface
    public interface Progress {
        /**
         * So many records of so many were read; the latter 0 where it is not known.
         *
         * @return false to end it here
         */
        boolean goOn(long read, long of);
    }

    private Backtest(RuleBook book) {
        // Silences are not asked for, so that no clock is either.
        LiveRules rules = LiveRules.of(book, () -> Instant.EPOCH);
        this.proposals = new ArticleProposals(rules, MEMORY);
        this.discipline = new Discipline(rules.desks()::find, List::of, recall);
        for (Rule rule : book.rules()) {
            tallies.put(rule.id(), new RuleTally(rule, book.desk(rule.desk()).zone()));
        }
    }

    /** All rules of the book, together as their desks would have them, over these articles. */
    public static BacktestReport run(RuleBook book, ArticleSource source, Progress progress) {
        Backtest backtest = new Backtest(book);
        boolean[] complete = {true};
        long[] end = new long[2];
        source.read(step -> {
            backtest.take(step.tagged(), step.at());
            end[0] = step.read();
            end[1] = step.of();
            complete[0] = backtest.articles % TOLD_EVERY != 0 || progress.goOn(step.read(), step.of());
            return complete[0];
        });
        if (complete[0]) {
            progress.goOn(end[1] == 0 ? end[0] : end[1], end[1]);
        }
        return backtest.report(complete[0]);
    }

    private void take(TaggedArticle tagged, Instant at) {
        articles++;
        first = first == null ? at : first;
        newest = at.isAfter(newest) ? at : newest;
        recall.forget(newest);
        matched.forget(newest);
        due(newest);
        String article = tagged.article().id().value();
        Proposal proposal = proposals.of(tagged, at, newest, () -> known(article));
        proposal.decided().forEach(this::hold);
        if (!proposal.candidates().isEmpty()) {
            matched.put(article, Set.copyOf(proposal.matched()), at);
        }
        for (Candidate candidate : proposal.candidates()) {
            tally(candidate.alert().rule().id()).match(candidate, tagged, at);
            if (recall.size() < MOST_REMEMBERED) {
                carryOut(discipline.take(candidate, at), at);
            } else {
                allDecided = false;
            }
        }
    }

    private Set<String> known(String article) {
        Set<String> rules = matched.get(article);
        return rules == null ? Set.of() : rules;
    }

    private void due(Instant now) {
        for (String key = recall.next(now); key != null; key = recall.next(now)) {
            carryOut(discipline.due(key, now), now);
        }
    }

    private void carryOut(Turn turn, Instant at) {
        turn.remember();
        Set<RuleId> told = new HashSet<>();
        for (AlertDecision decision : turn.decisions()) {
            if (decision.outcome() != DecisionOutcome.FIRED) {
                hold(decision);
            } else if (decision.occasion() != Occasion.REPEAT_DUE
                    && told.add(decision.rule().id())) {
                tally(decision.rule().id()).alert(at);
            }
        }
        for (Alert alert : turn.alerts()) {
            if (alert.type() == AlertType.STORM) {
                tally(alert.rule().id()).alert(at);
            }
        }
    }

    private void hold(AlertDecision decision) {
        tally(decision.rule().id()).held(decision.outcome());
    }

    private RuleTally tally(RuleId rule) {
        return Objects.requireNonNull(tallies.get(rule));
    }

    private BacktestReport report(boolean complete) {
        List<RuleResult> results = tallies.values().stream()
                .map(tally -> tally.result(articles, allDecided && recall.isWhole() && matched.isWhole()))
                .toList();
        return new BacktestReport(first, articles == 0 ? null : newest, articles, complete, results);
    }
}
