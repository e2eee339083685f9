package io.dyadwire.contract.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dyadwire.contract.Check;

/** Names a rule, over all desks. */
public record RuleId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RuleId {
        Check.slug("ruleId", value);
        Check.atMost("ruleId", value, 100);
    }

    @Override
    public String toString() {
        return value;
    }
}
