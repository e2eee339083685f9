package io.dyadwire.alerts.discipline;

import io.dyadwire.contract.Digest;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertDecision;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.alert.DecisionOutcome;
import io.dyadwire.contract.alert.Occasion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that comes of one thing: alerts, decisions, and what to remember; nothing is done until the end. */
public final class Turn {
    private final List<Alert> alerts = new ArrayList<>();
    private final List<AlertDecision> decisions = new ArrayList<>();
    private final List<Runnable> writes = new ArrayList<>();

    public List<Alert> alerts() {
        return List.copyOf(alerts);
    }

    public List<AlertDecision> decisions() {
        return List.copyOf(decisions);
    }

    /** Remembers what it has to. */
    public void remember() {
        writes.forEach(Runnable::run);
    }

    void raise(Alert alert) {
        alerts.add(alert);
    }

    void later(Runnable write) {
        writes.add(write);
    }

    /** Nobody is told. */
    void drop(Alert of, Instant at, DecisionOutcome outcome, String reason, @Nullable String group) {
        decisions.add(AlertDecision.against(of, at, outcome, reason, group));
    }

    /** It is told later. */
    void hold(Held held, Instant at, DecisionOutcome outcome, String reason, Instant until, String group) {
        decisions.add(
                decision(held.alert(), at, outcome, held.occasion(), reason, null, until, group, held.newFacts()));
    }

    /** It is told by this alert. */
    void fire(Alert of, Instant at, Occasion occasion, List<String> newFacts, Alert by, String group) {
        String reason = by.id().equals(of.id()) ? "The desk is told." : "The desk is told, in an alert with others.";
        decisions.add(decision(of, at, DecisionOutcome.FIRED, occasion, reason, by.id(), null, group, newFacts));
    }

    private static AlertDecision decision(
            Alert of,
            Instant at,
            DecisionOutcome outcome,
            @Nullable Occasion occasion,
            String reason,
            @Nullable AlertId alert,
            @Nullable Instant until,
            @Nullable String group,
            List<String> newFacts) {
        String id = Digest.of(of.id().value(), outcome.name(), alert == null ? at.toString() : alert.value());
        return new AlertDecision(
                id,
                of.subject(),
                of.desk(),
                of.rule(),
                of.type(),
                at,
                outcome,
                occasion,
                reason,
                alert,
                until,
                group,
                newFacts);
    }
}
