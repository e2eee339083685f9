package io.dyadwire.alerts.rules;

import io.dyadwire.alerts.plan.DeskPlan;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.rule.DeskId;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A desk that is told.
 *
 * @param name what people call it
 * @param zone where its days begin and end; UTC when the file does not say
 * @param plan how it wants to be told
 * @param webhook where its alerts are sent as well; absent for a desk that reads its topic or the console
 */
public record Desk(
        DeskId id,
        String name,
        ZoneId zone,
        DeskPlan plan,
        @Nullable Webhook webhook) {
    public Desk {
        Check.present("id", id);
        name = name.isBlank() ? id.value() : name;
        Check.present("zone", zone);
        Check.present("plan", plan);
    }
}
