package io.dyadwire.alerts.topology;

import io.dyadwire.alerts.discipline.Candidate;
import java.util.List;

/**
 * What a step has decided, before any of it is done: so that a step that fails leaves nothing half done.
 *
 * @param remember what to write to the stores
 */
record Plan(List<? extends Outcome> outcomes, Runnable remember) {
    static final Plan NOTHING = new Plan(List.of(), () -> {});

    Plan {
        outcomes = List.copyOf(outcomes);
    }

    static Plan proposing(List<Candidate> candidates, Runnable remember) {
        return new Plan(candidates.stream().map(Outcome.Proposed::new).toList(), remember);
    }
}
