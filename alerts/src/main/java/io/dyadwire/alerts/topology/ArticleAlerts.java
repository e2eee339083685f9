package io.dyadwire.alerts.topology;

import io.dyadwire.alerts.discipline.Candidate;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.match.Excerpts;
import io.dyadwire.alerts.match.RuleMatch;
import io.dyadwire.alerts.match.RuleMatcher;
import io.dyadwire.alerts.story.EditorsNote;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.Digest;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertDecision;
import io.dyadwire.contract.alert.AlertRule;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.alert.DecisionOutcome;
import io.dyadwire.contract.json.JsonSerde;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Tagged articles to what their desks may be told: each rule that matches, and whether an earlier version of the article
 * matched it, so that an edit is not news; a correction also goes to the rules that only an earlier version matched.
 *
 * <p>Store {@value #STORE}: article id, with the record time of a version that matched something, to the ids of the rules
 * matched so far, joined by blanks. An entry goes when the newest record time is {@code memory} ahead of it; so its size is the number of articles that matched something in that time.
 */
final class ArticleAlerts implements ProcessorSupplier<byte[], byte[], String, Outcome> {
    static final String STORE = "matched-articles";

    private final LiveRules live;
    private final RuleMatcher matcher;
    private final AlertComposer composer;
    private final Duration memory;
    private final AlertCounters counters;
    private final CommitTiming commits;

    ArticleAlerts(LiveRules live, Duration memory, AlertCounters counters, CommitTiming commits) {
        this.live = live;
        this.matcher = live.matcher();
        this.composer = new AlertComposer(live.desks());
        this.memory = memory;
        this.counters = counters;
        this.commits = commits;
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(DatedStore.builder(STORE));
    }

    @Override
    public Processor<byte[], byte[], String, Outcome> get() {
        return new Matching();
    }

    private final class Matching implements Processor<byte[], byte[], String, Outcome> {
        private final JsonSerde<TaggedArticle> json = Topics.TAGGED.valueSerde();
        private ProcessorContext<String, Outcome> context;
        private DatedStore matched;
        private Guard guard;

        @Override
        public void init(ProcessorContext<String, Outcome> context) {
            this.context = context;
            this.matched = new DatedStore(context.getStateStore(STORE), memory);
            this.guard = new Guard("match-rules", context, counters, commits);
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            counters.read(Topics.TAGGED.name());
            matched.forget(Instant.ofEpochMilli(Math.max(0, context.currentStreamTimeMs())));
            guard.run(record, value -> match(json.read(Check.present("value", value)), record.timestamp()));
        }

        private Plan match(TaggedArticle tagged, long at) {
            String article = tagged.article().id().value();
            Instant when = Instant.ofEpochMilli(at);
            List<RuleMatch> matches = matcher.match(tagged);
            if (matches.isEmpty() && tagged.article().version() == 1) {
                return Plan.NOTHING;
            }
            AlertType notice = EditorsNote.of(tagged.article());
            Suppressed reason = wholly(tagged, at);
            if (reason != null) {
                matches.forEach(match -> counters.suppressed(reason));
                return new Plan(
                        matches.stream()
                                .map(match ->
                                        (Outcome) new Outcome.Decided(decision(match.rule(), tagged, reason, when)))
                                .toList(),
                        () -> {});
            }
            List<Candidate> candidates = new ArrayList<>();
            Set<String> known = matchedBefore(article);
            Set<String> rules = new TreeSet<>(known);
            Excerpts excerpts = matches.isEmpty() ? null : matcher.excerpts(tagged.article());
            Stories stories = new Stories(tagged);
            for (RuleMatch match : matches) {
                boolean again = !rules.add(match.rule().id().value());
                Alert alert = composer.match(match, tagged, Objects.requireNonNull(excerpts), again, when);
                candidates.add(stories.candidate(alert, match.rule().weight(), again, notice, true));
            }
            if (notice != null) {
                // Who was told of it by a rule that it no longer matches is told that it was wrong.
                known.removeAll(
                        matches.stream().map(match -> match.rule().id().value()).toList());
                for (String id : known) {
                    Rule rule = live.rule(new RuleId(id));
                    if (rule != null) {
                        Alert alert = composer.corrected(rule, tagged, when);
                        candidates.add(stories.candidate(alert, rule.weight(), true, notice, false));
                    }
                }
            }
            return matches.isEmpty() && candidates.isEmpty()
                    ? Plan.NOTHING
                    : Plan.proposing(candidates, () -> matched.put(article, String.join(" ", rules), when));
        }

        private AlertDecision decision(Rule rule, TaggedArticle tagged, Suppressed why, Instant at) {
            String article = tagged.article().id().value();
            DecisionOutcome outcome = why == Suppressed.BACKFILL ? DecisionOutcome.BACKFILL : DecisionOutcome.TOO_OLD;
            String reason = why == Suppressed.BACKFILL
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

        private @Nullable Suppressed wholly(TaggedArticle tagged, long at) {
            if (tagged.article().backfill()) {
                return Suppressed.BACKFILL;
            }
            return at < context.currentStreamTimeMs() - memory.toMillis() ? Suppressed.TOO_OLD : null;
        }

        /** By any version that is remembered, earlier or later. */
        private Set<String> matchedBefore(String article) {
            String ids = matched.get(article);
            return ids == null ? new TreeSet<>() : new TreeSet<>(List.of(ids.split(" ")));
        }
    }
}
