package io.dyadwire.alerts.delivery;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertDeadline;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.alert.AlertNotice;
import io.dyadwire.contract.alert.AlertRule;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.alert.Occasion;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alerts to deliver. */
final class Alerts {
    private Alerts() {}

    static Alert alert(String name, DeskId desk) {
        return alert(name, desk, null);
    }

    /** @param route where the route stands that it came by; null for one that says nothing of it */
    static Alert alert(String name, DeskId desk, @Nullable String route) {
        AlertNotice notice = route == null
                ? null
                : new AlertNotice(
                        Severity.WARNING,
                        Occasion.FIRST,
                        List.of(),
                        null,
                        "rule own",
                        List.of(),
                        0,
                        List.of(),
                        null,
                        route);
        return new Alert(
                AlertId.of(name),
                AlertType.REMINDER,
                desk,
                new AlertRule(new RuleId("own"), "Own", 1),
                Instant.parse("2019-08-14T03:00:00Z"),
                "3 days left.",
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new AlertDeadline(
                        "rule:own",
                        "decision",
                        DeadlineKind.DEADLINE,
                        new PartialDate("2019-08-17"),
                        3,
                        null,
                        null,
                        null)),
                notice);
    }
}
