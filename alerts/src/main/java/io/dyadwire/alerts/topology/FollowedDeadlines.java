package io.dyadwire.alerts.topology;

import io.dyadwire.alerts.discipline.Candidate;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.topology.Countdown.Moment;
import io.dyadwire.alerts.topology.ReminderPolicy.Verdict;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineStatement;
import io.dyadwire.contract.json.JsonSerde;
import io.dyadwire.contract.rule.AlertOn;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines that articles speak of: which rules' desks are told of a change, and who is reminded when. A desk that
 * was told of a deadline is told of its changes, even where the new words no longer match its rule.
 *
 * <p>At a start each is looked at once, under the rules as they are now: by {@link #next}, in turns, since reading all of a
 * hundred thousand first would keep news waiting for many seconds. The store holds {@link Followed} as JSON, read only when
 * it is needed.
 */
final class FollowedDeadlines {
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final KeyValueStore<String, byte[]> store;
    private final JsonSerde<Followed> json = new JsonSerde<>(Followed.class);
    private final LiveRules rules;
    private final ReminderPolicy policy;
    private final Duration keep;
    private final AlertCounters counters;
    private final AlertComposer composer;
    private final Agenda agenda = new Agenda();
    private final SequencedSet<String> toReview = new LinkedHashSet<>();
    private long changesSeen;

    /** What the clock showed last. */
    private Instant latest = Instant.MIN;

    FollowedDeadlines(
            KeyValueStore<String, byte[]> store, LiveRules rules, AlertingConfig config, AlertCounters counters) {
        this.store = store;
        this.rules = rules;
        this.changesSeen = rules.changesOnDeadlines();
        this.policy = new ReminderPolicy(config.lateness());
        this.keep = config.keepDeadlines();
        this.counters = counters;
        this.composer = new AlertComposer(rules.desks());
        lookAtAll();
    }

    private void lookAtAll() {
        try (KeyValueIterator<String, byte[]> known = store.all()) {
            known.forEachRemaining(entry -> agenda.set(entry.key, Instant.MIN));
        }
    }

    /** The next to look at now, off the agenda then; null when there is none. */
    @Nullable
    String next(Instant now) {
        if (ReminderPolicy.isAhead(latest, now)) {
            lookAtAll();
        }
        latest = now;
        return agenda.next(now);
    }

    /**
     * The next whose moment may be another one since the rules have changed; null when there is none. All are gone through
     * after a change; those that still wait keep their place, so that many changes starve none.
     */
    @Nullable
    String nextToReview() {
        if (changesSeen != rules.changesOnDeadlines()) {
            changesSeen = rules.changesOnDeadlines();
            try (KeyValueIterator<String, byte[]> known = store.all()) {
                known.forEachRemaining(entry -> toReview.add(entry.key));
            }
        }
        return toReview.isEmpty() ? null : toReview.removeFirst();
    }

    /** Sets the moment at which this is looked at by the rules as they are now. */
    Plan reviewed(String id) {
        Followed known = known(id);
        return known == null ? Plan.NOTHING : new Plan(List.of(), () -> agenda.set(id, nextLook(known)));
    }

    /** A deadline as it stands since this record. */
    Plan heard(Deadline deadline, Instant at) {
        Followed known = known(deadline.id());
        Deadline before = known == null ? null : known.deadline();
        AlertType change = DeadlineChange.between(before, deadline);
        Followed next = known == null ? Followed.from(deadline, at) : known.now(deadline, at);
        List<DeadlineStatement> disputes = DeadlineChange.disputes(deadline, next.disputed());
        List<DeadlineStatement> allDisputes = DeadlineChange.disputes(deadline, List.of());
        List<Candidate> alerts = new ArrayList<>();
        Set<DeskId> desks = desksTold(known);
        Set<DeskId> done = new HashSet<>();
        for (Rule rule : concerned(next, deadline)) {
            // A desk that heard of it by one rule is told of changes, and not of it anew by another.
            boolean told = desks.contains(rule.desk());
            AlertType type = told ? change : firstHearing(rule, deadline, change, at);
            boolean hears = told || type != null;
            if (hears && done.add(rule.desk())) {
                if (type != null) {
                    alerts.add(Candidate.ofDeadline(composer.changed(type, rule, deadline, before, at), rule.weight()));
                }
                for (DeadlineStatement said : told ? disputes : allDisputes) {
                    alerts.add(Candidate.ofDeadline(composer.disputed(rule, deadline, said, at), rule.weight()));
                }
            }
            next = hears && !next.wasTold(rule.id()) ? next.told(rule.id(), at) : next;
        }
        next = alerts.isEmpty() ? next : next.toldOf(disputes);
        return Plan.proposing(alerts, remembering(deadline.id(), next));
    }

    /** The desks that one of their rules told of it. */
    private Set<DeskId> desksTold(@Nullable Followed known) {
        return known == null ? Set.of() : told(known).map(Rule::desk).collect(Collectors.toUnmodifiableSet());
    }

    /** It is no longer on the topic. */
    Plan forgotten(String id) {
        return new Plan(List.of(), () -> {
            store.delete(id);
            agenda.set(id, null);
        });
    }

    /** What is due of this deadline by the clock; {@code streamTime} is the newest record time. */
    Plan due(String id, Instant now, Instant streamTime) {
        Followed known = known(id);
        if (known == null || streamTime.isAfter(forgetAt(known))) {
            return forgotten(id);
        }
        Followed next = known;
        List<Candidate> alerts = new ArrayList<>();
        Map<DeskId, Moment> told = new HashMap<>();
        for (Rule rule : waiting(known)) {
            Verdict verdict = policy.judge(countdown(known, rule), known.doneFor(rule.id(), now), now);
            switch (verdict) {
                case null -> {}
                case Verdict.Fire(Moment moment) -> {
                    if (!moment.equals(told.put(rule.desk(), moment))) {
                        alerts.add(
                                Candidate.ofDeadline(composer.due(moment, rule, known.deadline(), now), rule.weight()));
                    }
                    next = next.told(rule.id(), moment.at());
                }
                case Verdict.Skip(Moment moment, Suppressed reason) -> {
                    counters.suppressed(reason);
                    next = next.skipping(rule.id(), moment.at());
                }
            }
        }
        return Plan.proposing(alerts, next.equals(known) ? lookAgain(id, next, now) : remembering(id, next));
    }

    private @Nullable Followed known(String id) {
        byte[] bytes = store.get(id);
        return bytes == null ? null : json.read(bytes);
    }

    private Runnable remembering(String id, Followed next) {
        Instant look = nextLook(next);
        return () -> {
            store.put(id, json.write(next));
            agenda.set(id, look);
        };
    }

    /** All is done, and it waits to be forgotten; that goes by record time, which may stand still. */
    private Runnable lookAgain(String id, Followed known, Instant now) {
        Instant look = nextLook(known);
        return () -> agenda.set(id, look.isAfter(now) ? look : now.plus(LOOK_AGAIN));
    }

    private Instant nextLook(Followed known) {
        return waiting(known).stream()
                .map(rule -> countdown(known, rule).nextAfter(known.doneFor(rule.id(), latest)))
                .filter(Objects::nonNull)
                .map(Moment::at)
                .min(Instant::compareTo)
                .orElse(forgetAt(known));
    }

    private Instant forgetAt(Followed known) {
        return known.deadline()
                .date()
                .lastDay()
                .plusDays(1)
                .atStartOfDay(ZoneId.of("UTC"))
                .toInstant()
                .plus(keep);
    }

    private @Nullable AlertType firstHearing(Rule rule, Deadline deadline, @Nullable AlertType change, Instant at) {
        return switch (deadline.state()) {
            case PASSED -> null;
            case CANCELLED, POSTPONED, MET -> change;
            case ANNOUNCED, CONFIRMED, MOVED -> {
                if (deadline.latest().oldNews()) {
                    counters.suppressed(Suppressed.BACKFILL);
                    yield null;
                }
                Countdown countdown = countdown(deadline, deadline.lastDay(), at, rule);
                if (at.isBefore(countdown.end())) {
                    yield AlertType.ANNOUNCED;
                }
                counters.suppressed(Suppressed.OVER);
                yield null;
            }
        };
    }

    /** The rules whose desks are to be reminded. */
    private Collection<Rule> waiting(Followed known) {
        return switch (known.deadline().state()) {
            case CANCELLED, POSTPONED, MET -> List.of();
            case ANNOUNCED, CONFIRMED, MOVED, PASSED -> concerned(known, known.deadline());
        };
    }

    private Set<Rule> concerned(Followed known, Deadline deadline) {
        Set<Rule> concerned = new LinkedHashSet<>(told(known).toList());
        concerned.addAll(rules.matcher().match(deadline));
        return concerned;
    }

    private Stream<Rule> told(Followed known) {
        return known.done().keySet().stream()
                .map(id -> rules.rule(new RuleId(id)))
                .filter(Objects::nonNull)
                .filter(rule -> rule.alertOn().contains(AlertOn.DEADLINES));
    }

    private Countdown countdown(Followed known, Rule rule) {
        return countdown(known.deadline(), known.lastDay(), known.since(), rule);
    }

    private Countdown countdown(Deadline deadline, LocalDate lastDay, Instant since, Rule rule) {
        return new Countdown(deadline.date(), lastDay, zone(deadline, rule), since, rule.remind());
    }

    private ZoneId zone(Deadline deadline, Rule rule) {
        return deadline.zone() == null ? rules.desks().desk(rule.desk()).zone() : deadline.zone();
    }
}
