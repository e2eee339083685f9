package io.dyadwire.contract.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dyadwire.contract.Check;

/** Names a desk; also the end of its topic's name, {@code news.alerts.<desk>}. */
public record DeskId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeskId {
        Check.slug("deskId", value);
        Check.atMost("deskId", value, 100);
    }

    @Override
    public String toString() {
        return value;
    }
}
