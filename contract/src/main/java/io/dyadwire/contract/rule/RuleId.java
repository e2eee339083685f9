package io.dyadwire.contract.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.tag.TopicTag;

/** Names a rule, over all desks. */
public record RuleId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RuleId {
        Check.matches("ruleId", value, TopicTag.SLUG, "a slug (lower-case letters, digits and '-')");
        Check.that(value.length() <= 100, "ruleId: longer than 100 characters");
    }

    @Override
    public String toString() {
        return value;
    }
}
