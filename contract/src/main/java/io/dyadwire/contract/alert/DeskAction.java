package io.dyadwire.contract.alert;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.RuleId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody at a desk did with an alert. Key on Kafka: {@code desk}, so that a desk's actions stay in order.
 *
 * @param rule the rule that the alert came by
 * @param group the group that the alert came in
 * @param by who
 * @param until the end of a snooze, exclusive; there exactly when it is one
 */
public record DeskAction(
        DeskActionKind kind,
        DeskId desk,
        AlertId alert,
        RuleId rule,
        String group,
        String by,
        Instant at,
        @Nullable Instant until,
        @Nullable String comment) {
    public DeskAction {
        Check.present("kind", kind);
        Check.present("desk", desk);
        Check.present("alert", alert);
        Check.present("rule", rule);
        Check.text("group", group);
        Check.text("by", by);
        Check.present("at", at);
        Check.that(
                (kind == DeskActionKind.SNOOZE) == (until != null),
                "until: there must be one for a snooze, and none for anything else");
        Check.that(until == null || until.isAfter(at), () -> "until: " + until + " is not after " + at);
    }
}
