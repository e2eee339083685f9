package io.dyadwire.alerts.topology;

import io.dyadwire.alerts.discipline.Candidate;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.match.Excerpts;
import io.dyadwire.alerts.match.RuleMatch;
import io.dyadwire.alerts.match.RuleMatcher;
import io.dyadwire.alerts.story.EditorsNote;
import io.dyadwire.contract.Digest;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertDecision;
import io.dyadwire.contract.alert.AlertRule;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.alert.DecisionOutcome;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.tag.TaggedArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What desks may be told of one article: each rule that it matches, and whether an earlier version matched it, so that an
 * edit is not news; a correction also for the rules that only an earlier version matched. Pure: what is remembered is given,
 * what is to be remembered is returned.
 */
public final class ArticleProposals {
    private final LiveRules live;
    private final RuleMatcher matcher;
    private final AlertComposer composer;
    private final Duration memory;

    /**
     * What comes of one article; nothing when all is empty.
     *
     * @param candidates what the desks' discipline is to decide about
     * @param decided what needs no discipline: old news
     * @param matched the ids of the rules that some version matched so far; to be remembered where there are candidates
     */
    public record Proposal(List<Candidate> candidates, List<AlertDecision> decided, Set<String> matched) {
        private static final Proposal NOTHING = new Proposal(List.of(), List.of(), Set.of());
    }

    /**
     * Proposals by these rules, as they stand at each call.
     *
     * @param memory how long it is remembered which rules an article matched; one further behind raises none
     */
    public ArticleProposals(LiveRules live, Duration memory) {
        this.live = live;
        this.matcher = live.matcher();
        this.composer = new AlertComposer(live::zone);
        this.memory = memory;
    }

    /**
     * What comes of this article.
     *
     * @param at the time of its record
     * @param newest of all records so far
     * @param before gives the ids of the rules that a version matched that is remembered; asked when it matters
     */
    public Proposal of(TaggedArticle tagged, Instant at, Instant newest, Supplier<Set<String>> before) {
        List<RuleMatch> matches = matcher.match(tagged);
        if (matches.isEmpty() && tagged.article().version() == 1) {
            return Proposal.NOTHING;
        }
        AlertType notice = EditorsNote.of(tagged.article());
        DecisionOutcome old = old(tagged, at, newest);
        if (old != null) {
            List<AlertDecision> decided = matches.stream()
                    .map(match -> decision(match.rule(), tagged, old, at))
                    .toList();
            return new Proposal(List.of(), decided, Set.of());
        }
        Set<String> known = new TreeSet<>(before.get());
        Set<String> rules = new TreeSet<>(known);
        List<Candidate> candidates = new ArrayList<>();
        Excerpts excerpts = matches.isEmpty() ? null : matcher.excerpts(tagged.article());
        Stories stories = new Stories(tagged);
        for (RuleMatch match : matches) {
            boolean again = !rules.add(match.rule().id().value());
            Alert alert = composer.match(match, tagged, Objects.requireNonNull(excerpts), again, at);
            candidates.add(stories.candidate(alert, match.rule().weight(), again, notice, true));
        }
        if (notice != null) {
            // Who was told of it by a rule that it no longer matches is told that it was wrong.
            matches.forEach(match -> known.remove(match.rule().id().value()));
            for (String id : known) {
                Rule rule = live.rule(new RuleId(id));
                if (rule != null) {
                    Alert alert = composer.corrected(rule, tagged, at);
                    candidates.add(stories.candidate(alert, rule.weight(), true, notice, false));
                }
            }
        }
        return candidates.isEmpty() ? Proposal.NOTHING : new Proposal(candidates, List.of(), rules);
    }

    private @Nullable DecisionOutcome old(TaggedArticle tagged, Instant at, Instant newest) {
        if (tagged.article().backfill()) {
            return DecisionOutcome.BACKFILL;
        }
        return at.isBefore(newest.minus(memory)) ? DecisionOutcome.TOO_OLD : null;
    }

    private static AlertDecision decision(Rule rule, TaggedArticle tagged, DecisionOutcome outcome, Instant at) {
        String article = tagged.article().id().value();
        String reason = outcome == DecisionOutcome.BACKFILL
                ? "It was old news when it was first seen."
                : "It is further behind the newest than is remembered what was told.";
        return new AlertDecision(
                Digest.of(
                        outcome.name(),
                        rule.id().value(),
                        article,
                        String.valueOf(tagged.article().version())),
                article,
                rule.desk(),
                new AlertRule(rule.id(), rule.name(), rule.version()),
                AlertType.MATCH,
                at,
                outcome,
                null,
                reason,
                null,
                null,
                null,
                List.of());
    }
}
