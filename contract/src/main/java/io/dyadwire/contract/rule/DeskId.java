package io.dyadwire.contract.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.tag.TopicTag;

/** Names a desk; also the end of its topic's name, {@code news.alerts.<desk>}. */
public record DeskId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeskId {
        Check.matches("deskId", value, TopicTag.SLUG, "a slug (lower-case letters, digits and '-')");
        Check.that(value.length() <= 100, "deskId: longer than 100 characters");
    }

    @Override
    public String toString() {
        return value;
    }
}
