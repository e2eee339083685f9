package io.dyadwire.alerts.topology;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineStatement;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.rule.RuleId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is remembered of one deadline, with what each rule's desk was told of it.
 *
 * @param deadline as it stands, with only its latest statement
 * @param since when its present date became known: a record's time
 * @param disputed the dates of conflicts that were told since its present date became known; absent in records of old
 * @param lastDay of it, see {@link Deadline#lastDay}; in records of old that of its date
 * @param done for the id of each rule that was told: every moment of the countdown up to here is done
 * @param skipped for some of them: nobody was told of the moments up to here, since by the clock it was too late; absent in
 *     records of old
 */
record Followed(
        Deadline deadline,
        Instant since,
        LocalDate lastDay,
        SortedMap<String, Instant> done,
        SortedMap<String, Instant> skipped,
        List<PartialDate> disputed) {
    private static final int MOST_DISPUTED = 50;

    Followed {
        lastDay = lastDay == null ? deadline.lastDay() : lastDay;
        disputed = Check.list("disputed", disputed);
        done = Collections.unmodifiableSortedMap(new TreeMap<>(done));
        skipped = skipped == null
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
    }

    /** Of one heard of just now. */
    static Followed from(Deadline deadline, Instant since) {
        return new Followed(
                trimmed(deadline),
                since,
                deadline.lastDay(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                List.of());
    }

    /** The same deadline as it stands now; another date starts a countdown of its own for every rule. */
    Followed now(Deadline newer, Instant at) {
        if (newer.date().equals(deadline.date())) {
            return new Followed(trimmed(newer), since, newer.lastDay(), done, skipped, disputed);
        }
        SortedMap<String, Instant> restarted = new TreeMap<>();
        done.keySet().forEach(rule -> restarted.put(rule, at));
        return new Followed(trimmed(newer), at, newer.lastDay(), restarted, Collections.emptySortedMap(), List.of());
    }

    Followed told(RuleId rule, Instant upTo) {
        SortedMap<String, Instant> more = new TreeMap<>(done);
        more.merge(rule.value(), upTo, (one, other) -> one.isAfter(other) ? one : other);
        return new Followed(deadline, since, lastDay, more, skipped, disputed);
    }

    /** The same, these conflicts told. */
    Followed toldOf(List<DeadlineStatement> conflicts) {
        List<PartialDate> dates = Stream.concat(
                        disputed.stream(), conflicts.stream().map(DeadlineStatement::date))
                .limit(MOST_DISPUTED)
                .toList();
        return new Followed(deadline, since, lastDay, done, skipped, dates);
    }

    /** The same, nobody told what was due up to then. */
    Followed skipping(RuleId rule, Instant upTo) {
        SortedMap<String, Instant> more = new TreeMap<>(skipped);
        more.put(rule.value(), upTo);
        Followed known = told(rule, done.getOrDefault(rule.value(), since));
        return new Followed(deadline, since, lastDay, known.done, more, disputed);
    }

    boolean wasTold(RuleId rule) {
        return done.containsKey(rule.value());
    }

    /** Up to when the countdown for this rule is done, by a clock that shows {@code now}. */
    Instant doneFor(RuleId rule, Instant now) {
        Instant told = done.getOrDefault(rule.value(), since);
        Instant skipped = this.skipped.getOrDefault(rule.value(), told);
        return skipped.isAfter(told) && !ReminderPolicy.isAhead(skipped, now) ? skipped : told;
    }

    private static Deadline trimmed(Deadline d) {
        return new Deadline(
                d.id(),
                d.what(),
                d.kind(),
                d.pairs(),
                d.topics(),
                d.date(),
                d.precision(),
                d.zone(),
                d.state(),
                List.of(d.latest()),
                d.sources(),
                d.firstSeen(),
                d.lastSeen(),
                null,
                d.lastMove(),
                d.previousDate(),
                List.of(),
                d.revision());
    }
}
