package io.dyadwire.contract.alert;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.Digest;

/** Names one alert on every channel and every repeat, so that a receiver can tell a repeat; up to 256 characters. */
public record AlertId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AlertId {
        Check.text("alertId", value);
        Check.atMost("alertId", value, 256);
    }

    /** The id of what these parts name: rule, type, article or deadline, and what tells two apart. */
    public static AlertId of(String... parts) {
        return new AlertId(Digest.of(parts));
    }

    @Override
    public String toString() {
        return value;
    }
}
