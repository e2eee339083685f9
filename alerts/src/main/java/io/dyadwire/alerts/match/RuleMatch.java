package io.dyadwire.alerts.match;

import io.dyadwire.contract.alert.AlertEvidence;
import io.dyadwire.contract.rule.Rule;
import java.util.List;

/** A rule that an article matches, with the sentences that satisfy each of its conditions. */
public record RuleMatch(Rule rule, List<AlertEvidence> evidence) {
    public RuleMatch {
        evidence = List.copyOf(evidence);
    }
}
