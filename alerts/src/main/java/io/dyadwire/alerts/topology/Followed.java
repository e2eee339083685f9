package io.dyadwire.alerts.topology;

import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.rule.RuleId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is remembered of one deadline, with what each rule's desk was told of it.
 *
 * @param deadline as it stands, with only its latest statement
 * @param since when its present date became known: a record's time
 * @param done for the id of each rule that was told: every moment of the countdown up to here is done
 */
record Followed(Deadline deadline, Instant since, SortedMap<String, Instant> done) {
    Followed {
        done = Collections.unmodifiableSortedMap(new TreeMap<>(done));
    }

    /** Of one heard of just now. */
    static Followed from(Deadline deadline, Instant since) {
        return new Followed(trimmed(deadline), since, Collections.emptySortedMap());
    }

    /** The same deadline as it stands now; another date starts a countdown of its own for every rule. */
    Followed now(Deadline newer, Instant at) {
        if (newer.date().equals(deadline.date())) {
            return new Followed(trimmed(newer), since, done);
        }
        SortedMap<String, Instant> restarted = new TreeMap<>();
        done.keySet().forEach(rule -> restarted.put(rule, at));
        return new Followed(trimmed(newer), at, restarted);
    }

    Followed told(RuleId rule, Instant upTo) {
        SortedMap<String, Instant> more = new TreeMap<>(done);
        more.merge(rule.value(), upTo, (one, other) -> one.isAfter(other) ? one : other);
        return new Followed(deadline, since, more);
    }

    boolean wasTold(RuleId rule) {
        return done.containsKey(rule.value());
    }

    Instant doneFor(RuleId rule) {
        return done.getOrDefault(rule.value(), since);
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
                null);
    }
}
