package io.dyadwire.alerts.discipline;

import io.dyadwire.alerts.plan.Inhibition;
import io.dyadwire.alerts.plan.Label;
import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.Severity;
import io.dyadwire.contract.rule.Silence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is not told at all: what somebody silenced, and what something that matters more holds back. */
final class Gate {
    /** Enough for any article; what has more in common is compared by the first. */
    private static final int MAX_VALUES = 10;

    private final Supplier<Collection<Silence>> silences;
    private final Memory memory;

    Gate(Supplier<Collection<Silence>> silences, Memory memory) {
        this.silences = silences;
        this.memory = memory;
    }

    /** The silence that holds for this alert now; null when there is none. */
    @Nullable
    Silence silence(Alert alert, Instant at) {
        RuleId rule = alert.rule().id();
        return silences.get().stream()
                .filter(silence -> silence.desk().equals(alert.desk()))
                .filter(silence -> silence.rule() == null || silence.rule().equals(rule))
                .filter(silence -> !at.isBefore(silence.from()) && at.isBefore(silence.until()))
                .findFirst()
                .orElse(null);
    }

    /** When what holds this back was last seen; null when nothing does. */
    @Nullable
    Instant heldBackSince(Desk desk, Candidate candidate, Instant at) {
        List<Inhibition> all = desk.plan().inhibit();
        for (int i = 0; i < all.size(); i++) {
            Inhibition inhibition = all.get(i);
            boolean held = inhibition.target().matches(candidate.alert(), candidate.severity())
                    && !inhibition.source().matches(candidate.alert(), candidate.severity());
            for (String key : held ? keys(i, inhibition, candidate) : List.<String>of()) {
                Instant fired = memory.fired(desk.id(), key);
                if (fired != null && at.isBefore(fired.plus(inhibition.within()))) {
                    return fired;
                }
            }
        }
        return null;
    }

    /** Remembers what this holds back from now on. */
    void seen(Desk desk, Candidate candidate, Instant at, Turn turn) {
        List<Inhibition> all = desk.plan().inhibit();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).source().matches(candidate.alert(), candidate.severity())) {
                keys(i, all.get(i), candidate).forEach(key -> turn.later(() -> memory.putFired(desk.id(), key, at)));
            }
        }
    }

    /** One for each combination of what it has of the labels; none when it lacks one. */
    private static List<String> keys(int place, Inhibition inhibition, Candidate candidate) {
        List<String> keys = List.of(Integer.toString(place));
        for (Label label : inhibition.equal()) {
            Severity severity = candidate.severity();
            List<String> values = label.of(candidate.alert(), severity, candidate.story());
            List<String> longer = new ArrayList<>();
            for (String key : keys) {
                values.stream().limit(MAX_VALUES).forEach(value -> longer.add(key + "\n" + value));
            }
            keys = longer.subList(0, Math.min(longer.size(), MAX_VALUES * MAX_VALUES));
        }
        return keys;
    }
}
