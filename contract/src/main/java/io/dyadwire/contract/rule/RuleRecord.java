package io.dyadwire.contract.rule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What flows on {@code news.rules}; {@code kind} in the JSON tells which. Key: {@code kind:id}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Rule.class, name = "rule"),
    @JsonSubTypes.Type(value = Silence.class, name = "silence")
})
public sealed interface RuleRecord permits Rule, Silence {
    /** Unique over rules and silences. */
    String key();
}
