package io.dyadwire.alerts.topology;

import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.topology.Countdown.Moment;
import io.dyadwire.alerts.topology.ReminderPolicy.Verdict;
import io.dyadwire.contract.alert.DecisionOutcome;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines that desks set themselves in the rules. They come from no record, so each is watched by exactly one
 * task: the one whose partition is the hash of the rule's id modulo the number of partitions.
 */
final class OwnDeadlines {
    private final KeyValueStore<String, OwnMark> store;
    private final LiveRules rules;
    private final int partition;
    private final int partitions;
    private Map<String, Watched> watched = Map.of();
    private final ReminderPolicy policy;
    private final AlertComposer composer;
    private final Agenda agenda = new Agenda();
    private long changesSeen = -1;
    private Instant latest = Instant.MIN;

    private record Watched(Rule rule, ZoneId zone) {}

    OwnDeadlines(
            KeyValueStore<String, OwnMark> store,
            LiveRules rules,
            int partition,
            int partitions,
            AlertingConfig config) {
        this.store = store;
        this.rules = rules;
        this.partition = partition;
        this.partitions = partitions;
        this.policy = new ReminderPolicy(config.lateness());
        this.composer = new AlertComposer(rules::zone);
    }

    /** The partition whose task watches the deadline that this rule sets. */
    static int watchedBy(RuleId rule, int partitions) {
        return Math.floorMod(rule.value().hashCode(), partitions);
    }

    /** The id of the next rule to look at now, off the agenda then; null when there is none. */
    @Nullable
    String next(Instant now) {
        followRules();
        if (ReminderPolicy.isAhead(latest, now)) {
            watched.keySet().forEach(id -> agenda.set(id, Instant.EPOCH));
        }
        latest = now;
        return agenda.next(now);
    }

    /** What is due of the deadline that this rule sets. */
    Plan due(String id, Instant now) {
        Rule rule = Objects.requireNonNull(watched.get(id)).rule();
        LocalDate day = Objects.requireNonNull(rule.due());
        OwnMark known = store.get(id);
        // What was due before the desk set this day is not due at all.
        OwnMark mark = known != null && known.due().equals(day) ? known.believedAt(now) : OwnMark.from(day, now);
        Countdown countdown = new Countdown(PartialDate.of(day), rules.zone(rule.desk()), mark.since(), rule.remind());
        Tellers tellers = new Tellers();
        Moment missed = ReminderPolicy.missed(countdown, mark.upTo(), now);
        if (missed != null) {
            tellers.leaveOut(composer.ownDue(missed, rule, now), DecisionOutcome.OVER);
        }
        OwnMark next =
                switch (policy.judge(countdown, mark.upTo(), now)) {
                    case null -> mark;
                    case Verdict.Fire(Moment moment) -> {
                        tellers.tell(rule, composer.ownDue(moment, rule, now));
                        yield mark.told(moment.at());
                    }
                    case Verdict.Skip(Moment moment, DecisionOutcome why) -> {
                        tellers.leaveOut(composer.ownDue(moment, rule, now), why);
                        yield mark.skipping(moment.at());
                    }
                };
        Moment then = countdown.nextAfter(next.upTo());
        return tellers.plan(() -> {
            store.put(id, next);
            agenda.set(id, then == null ? null : then.at());
        });
    }

    /**
     * Looks at what came or changed, and forgets what is remembered of rules that are gone. Not before the first look, when
     * writing is allowed.
     */
    private void followRules() {
        if (changesSeen == rules.changesOfOwn()) {
            return;
        }
        changesSeen = rules.changesOfOwn();
        Map<String, Watched> before = watched;
        watched = rules.rules().stream()
                .filter(rule -> rule.due() != null && watchedBy(rule.id(), partitions) == partition)
                .collect(Collectors.toMap(
                        rule -> rule.id().value(), rule -> new Watched(rule, rules.zone(rule.desk()))));
        before.keySet().stream().filter(id -> !watched.containsKey(id)).forEach(id -> agenda.set(id, null));
        watched.forEach((id, one) -> {
            if (!one.equals(before.get(id))) {
                agenda.set(id, Instant.EPOCH);
            }
        });
        forgetOthers();
    }

    private void forgetOthers() {
        List<String> gone = new ArrayList<>();
        try (KeyValueIterator<String, OwnMark> marks = store.all()) {
            marks.forEachRemaining(mark -> {
                if (!watched.containsKey(mark.key)) {
                    gone.add(mark.key);
                }
            });
        }
        gone.forEach(store::delete);
    }
}
