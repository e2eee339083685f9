package io.dyadwire.contract.alert;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.rule.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * One more thing that an alert tells of, besides the one that it shows whole.
 *
 * @param id the id that it would have had as an alert of its own
 * @param reason one sentence for a person
 * @param article absent for a deadline that the desk set itself
 */
public record AlertMember(
        AlertId id,
        AlertType type,
        RuleId rule,
        String reason,
        @Nullable AlertArticle article) {
    public AlertMember {
        Check.present("member.id", id);
        Check.present("member.type", type);
        Check.present("member.rule", rule);
        Check.text("member.reason", reason);
    }

    /** This alert as a member of another. */
    public static AlertMember of(Alert alert) {
        return new AlertMember(alert.id(), alert.type(), alert.rule().id(), alert.reason(), alert.article());
    }
}
