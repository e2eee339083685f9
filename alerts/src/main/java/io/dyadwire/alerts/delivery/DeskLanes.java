package io.dyadwire.alerts.delivery;

import io.dyadwire.alerts.plan.Route;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.rule.DeskId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lanes of one desk that this instance delivers for.
 *
 * @param root of the desk's routes, which say by which channels an alert goes
 * @param progress how far its topic is dealt with
 */
record DeskLanes(DeskId desk, Route root, List<Lane> lanes, Progress progress) {
    void offer(Alert alert, long offset, DeliveryBook book) {
        for (Lane lane : lanes) {
            if (goesBy(alert, lane.id().channel()) && !book.knows(lane.id(), offset)) {
                progress.opened(offset);
                lane.offer(alert, offset);
            }
        }
        progress.read(offset);
    }

    /** Word for the desk itself, and what has come by a route that is gone, goes by all channels. */
    private boolean goesBy(Alert alert, String channel) {
        String path = alert.notice() == null ? null : alert.notice().route();
        Route route = path == null ? null : root.at(path);
        return route == null || route.channels().isEmpty() || route.channels().contains(channel);
    }

    @Nullable
    Lane find(EndpointId id) {
        return lanes.stream().filter(lane -> lane.id().equals(id)).findFirst().orElse(null);
    }
}
