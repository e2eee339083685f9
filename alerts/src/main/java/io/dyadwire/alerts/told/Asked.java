package io.dyadwire.alerts.told;

import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are asked for: all that is given must hold.
 *
 * @param since raised then or later
 * @param until raised before
 */
public record Asked(
        @Nullable DeskId desk,
        @Nullable RuleId rule,
        @Nullable Pair pair,
        @Nullable AlertType type,
        @Nullable Severity severity,
        @Nullable Instant since,
        @Nullable Instant until) {
    boolean matches(Told told) {
        return (desk == null || desk.equals(told.moment().desk()))
                && (rule == null || rule.equals(told.rule()))
                && (pair == null || told.pairs().contains(pair))
                && (type == null || type == told.type())
                && (severity == null || severity == told.severity())
                && (since == null || !told.moment().at().isBefore(since))
                && (until == null || told.moment().at().isBefore(until));
    }
}
