package io.dyadwire.alerts.rules;

import io.dyadwire.alerts.channel.ChannelConfig;
import io.dyadwire.alerts.plan.DeskPlan;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.rule.DeskId;
import java.time.ZoneId;
import java.util.List;

/**
 * A desk that is told.
 *
 * @param name what people call it
 * @param zone where its days begin and end; UTC when the file does not say
 * @param plan how it wants to be told
 * @param channels how its alerts are sent as well, by name; none for a desk that reads its topic or the console
 */
public record Desk(DeskId id, String name, ZoneId zone, DeskPlan plan, List<ChannelConfig> channels) {
    public Desk {
        Check.present("id", id);
        name = name.isBlank() ? id.value() : name;
        Check.present("zone", zone);
        Check.present("plan", plan);
        channels = Check.list("channels", channels);
    }
}
