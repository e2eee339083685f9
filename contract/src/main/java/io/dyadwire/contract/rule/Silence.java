package io.dyadwire.contract.rule;

import io.dyadwire.contract.Check;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * No alerts for a while. Without {@code rule} it silences the whole desk.
 *
 * @param from inclusive, UTC
 * @param until exclusive, UTC
 * @param by who asked for it
 */
public record Silence(
        String id,
        DeskId desk,
        @Nullable RuleId rule,
        Instant from,
        Instant until,
        String by,
        @Nullable String comment) implements RuleRecord {
    public Silence {
        Check.text("id", id);
        Check.present("desk", desk);
        Check.present("from", from);
        Check.present("until", until);
        Check.that(until.isAfter(from), () -> "until: " + until + " is not after " + from);
        Check.text("by", by);
    }

    @Override
    public String key() {
        return "silence:" + id;
    }
}
