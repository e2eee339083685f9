package io.dyadwire.contract.alert;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.rule.RuleId;

/** The rule that fired, as it was then. */
public record AlertRule(RuleId id, String name, int version) {
    public AlertRule {
        Check.present("rule.id", id);
        Check.text("rule.name", name);
        Check.atLeast("rule.version", version, 1);
    }
}
