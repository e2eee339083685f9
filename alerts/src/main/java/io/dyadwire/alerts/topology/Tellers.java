package io.dyadwire.alerts.topology;

import io.dyadwire.alerts.discipline.Candidate;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertDecision;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.alert.DecisionOutcome;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What comes of one change or moment of a deadline: a desk hears it by the first of its rules; what it does not hear is decided. */
final class Tellers {
    private final Map<Moment, Rule> first = new HashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    private record Moment(DeskId desk, Instant at) {}

    /** Tells the rule's desk, unless another of its rules does. */
    void tell(Rule rule, Alert alert) {
        Rule other = first.putIfAbsent(new Moment(rule.desk(), alert.at()), rule);
        if (other == null || other.id().equals(rule.id())) {
            outcomes.add(new Outcome.Proposed(Candidate.ofDeadline(alert, rule.weight())));
        } else {
            decide(alert, DecisionOutcome.DEDUPLICATED, "The desk is told of it by its rule \"" + other.name() + "\".");
        }
    }

    /** The desk is not told. */
    void leaveOut(Alert alert, DecisionOutcome why) {
        decide(
                alert,
                why,
                switch (why) {
                    case OVER ->
                        alert.type() == AlertType.REMINDER
                                ? "Its day was over before the desk could be reminded."
                                : "Its day was over when it was first heard of.";
                    case LATE -> "That its day has passed was seen too late to be of use.";
                    case BACKFILL -> "It was old news when it was first seen.";
                    default -> throw new IllegalArgumentException(why + " is decided elsewhere");
                });
    }

    private void decide(Alert alert, DecisionOutcome why, String reason) {
        outcomes.add(new Outcome.Decided(AlertDecision.against(alert, alert.at(), why, reason, null)));
    }

    boolean toldNobody() {
        return outcomes.stream().noneMatch(Outcome.Proposed.class::isInstance);
    }

    /** Only what is not heard. */
    Tellers silent() {
        outcomes.removeIf(Outcome.Proposed.class::isInstance);
        return this;
    }

    Plan plan(Runnable remember) {
        return new Plan(outcomes, remember);
    }
}
