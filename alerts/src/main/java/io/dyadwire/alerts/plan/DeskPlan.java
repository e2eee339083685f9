package io.dyadwire.alerts.plan;

import io.dyadwire.contract.Check;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one desk wants to be told.
 *
 * @param throttle absent when a rule may fire as often as it likes
 * @param floor absent when no rule is put into the digest for its ratings
 */
public record DeskPlan(
        Route route,
        List<Inhibition> inhibit,
        @Nullable Throttle throttle,
        @Nullable Floor floor) {
    /** Everything at once, copies of a story left out. */
    public static final DeskPlan DEFAULT = new DeskPlan(Route.DEFAULT, List.of(), null, null);

    public DeskPlan {
        Check.present("route", route);
        inhibit = Check.list("inhibit", inhibit);
    }
}
