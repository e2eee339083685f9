package io.dyadwire.alerts.view;

import io.dyadwire.contract.deadline.DeadlineState;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.rule.DeskId;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which deadlines are asked for: all that is given must hold.
 *
 * @param desk whose rules match it
 * @param states any of them; all when empty
 * @param from its last day is this or later
 * @param to its first day is this or earlier
 */
public record Wanted(
        @Nullable Pair pair,
        @Nullable String topic,
        @Nullable DeskId desk,
        Set<DeadlineState> states,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    public Wanted {
        states = Set.copyOf(states);
    }

    /** The same, not over before this day. */
    public Wanted notOverBefore(LocalDate day) {
        return new Wanted(pair, topic, desk, states, day, to);
    }

    boolean matches(Listed listed) {
        return (pair == null || listed.pairs().contains(pair))
                && (topic == null || listed.topics().contains(topic))
                && (desk == null
                        || listed.rules().stream().anyMatch(rule -> rule.desk().equals(desk)))
                && (states.isEmpty() || states.contains(listed.state()))
                && covers(listed.date().firstDay(), listed.place().lastDay());
    }

    /** Whether the day or period lies at least partly between the two days. */
    public boolean covers(PartialDate date) {
        return covers(date.firstDay(), date.lastDay());
    }

    private boolean covers(LocalDate first, LocalDate last) {
        return (from == null || !last.isBefore(from)) && (to == null || !first.isAfter(to));
    }
}
