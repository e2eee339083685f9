package io.dyadwire.alerts.topology;

import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.topology.Countdown.Moment;
import io.dyadwire.alerts.topology.ReminderPolicy.Verdict;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.alert.DecisionOutcome;
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
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
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
    private final AlertComposer composer;
    private final Agenda agenda = new Agenda();
    private final SequencedSet<String> toReview = new LinkedHashSet<>();
    private long changesSeen;

    /** What the clock showed last. */
    private Instant latest = Instant.MIN;

    FollowedDeadlines(KeyValueStore<String, byte[]> store, LiveRules rules, AlertingConfig config) {
        this.store = store;
        this.rules = rules;
        this.changesSeen = rules.changesOnDeadlines();
        this.policy = new ReminderPolicy(config.lateness());
        this.keep = config.keepDeadlines();
        this.composer = new AlertComposer(rules::zone);
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
        Tellers tellers = new Tellers();
        Set<DeskId> desks = desksTold(known);
        for (Rule rule : concerned(next, deadline)) {
            // A desk that heard of it by one rule is told of changes, and not of it anew by another.
            boolean told = desks.contains(rule.desk());
            DecisionOutcome old = told ? null : noNews(rule, deadline, at);
            AlertType type = told ? change : firstHearing(deadline, change, old);
            if (!told && type == null) {
                // Once: what is said again of it is no change.
                if (old != null && change != null) {
                    tellers.leaveOut(composer.changed(AlertType.ANNOUNCED, rule, deadline, null, at), old);
                }
                continue;
            }
            if (type != null) {
                tellers.tell(rule, composer.changed(type, rule, deadline, before, at));
            }
            for (DeadlineStatement said : told ? disputes : allDisputes) {
                tellers.tell(rule, composer.disputed(rule, deadline, said, at));
            }
            next = next.wasTold(rule.id()) ? next : next.told(rule.id(), at);
        }
        next = tellers.toldNobody() ? next : next.toldOf(disputes);
        return tellers.plan(remembering(deadline.id(), next));
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
        if (known == null) {
            return forgotten(id);
        }
        Followed next = known;
        Tellers tellers = new Tellers();
        for (Rule rule : waiting(known)) {
            Countdown countdown = countdown(known, rule);
            Instant done = known.doneFor(rule.id(), now);
            Moment missed = ReminderPolicy.missed(countdown, done, now);
            if (missed != null && isExpected(known, rule, missed)) {
                tellers.leaveOut(composer.due(missed, rule, known.deadline(), now), DecisionOutcome.OVER);
            }
            switch (policy.judge(countdown, done, now)) {
                case null -> {}
                case Verdict.Fire(Moment moment) -> {
                    tellers.tell(rule, composer.due(moment, rule, known.deadline(), now));
                    next = next.told(rule.id(), moment.at());
                }
                case Verdict.Skip(Moment moment, DecisionOutcome why) -> {
                    if (isExpected(known, rule, moment)) {
                        tellers.leaveOut(composer.due(moment, rule, known.deadline(), now), why);
                    }
                    next = next.skipping(rule.id(), moment.at());
                }
            }
        }
        if (streamTime.isAfter(forgetAt(known))) {
            return tellers.silent().plan(forgotten(id).remember());
        }
        return tellers.plan(next.equals(known) ? lookAgain(id, next, now) : remembering(id, next));
    }

    /** False where the rule came only later, so that nobody at its desk can have waited for it. */
    private static boolean isExpected(Followed known, Rule rule, Moment moment) {
        Instant put = rule.changedAt();
        return known.wasTold(rule.id()) || put == null || !put.isAfter(moment.at());
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

    /** @param old why it is no news to be announced; null when it is */
    private static @Nullable AlertType firstHearing(
            Deadline deadline, @Nullable AlertType change, @Nullable DecisionOutcome old) {
        return switch (deadline.state()) {
            case PASSED -> null;
            case CANCELLED, POSTPONED, MET -> change;
            case ANNOUNCED, CONFIRMED, MOVED -> old == null ? AlertType.ANNOUNCED : null;
        };
    }

    private @Nullable DecisionOutcome noNews(Rule rule, Deadline deadline, Instant at) {
        if (deadline.latest().oldNews()) {
            return DecisionOutcome.BACKFILL;
        }
        boolean over =
                !at.isBefore(countdown(deadline, deadline.lastDay(), at, rule).end());
        return over ? DecisionOutcome.OVER : null;
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
        return deadline.zone() == null ? rules.zone(rule.desk()) : deadline.zone();
    }
}
