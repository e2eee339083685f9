package io.dyadwire.alerts.view;

import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineState;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.rule.Rule;
import java.time.Instant;
import java.util.List;

/**
 * One deadline of the list: what it can be asked by, and the whole of it as bytes, which take far less room.
 *
 * @param rules those on deadlines that it matches, of any desk
 */
public record Listed(
        Place place,
        PartialDate date,
        DeadlineState state,
        List<Pair> pairs,
        List<String> topics,
        Instant lastSeen,
        List<Rule> rules,
        Stored whole) {
    static Listed of(Deadline deadline, byte[] json, List<Rule> rules) {
        return new Listed(
                new Place(deadline.lastDay(), deadline.id()),
                deadline.date(),
                deadline.state(),
                deadline.pairs(),
                deadline.topics(),
                deadline.lastSeen(),
                List.copyOf(rules),
                new Stored(json));
    }

    /** The same, matched by these rules. */
    Listed with(List<Rule> matching) {
        return new Listed(place, date, state, pairs, topics, lastSeen, List.copyOf(matching), whole);
    }

    /** The whole of it. */
    public Deadline deadline() {
        return whole.read();
    }
}
