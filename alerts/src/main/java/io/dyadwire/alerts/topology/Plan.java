package io.dyadwire.alerts.topology;

import io.dyadwire.contract.alert.Alert;
import java.util.List;

/**
 * What a step has decided, before any of it is done: so that a step that fails leaves nothing half done.
 *
 * @param remember what to write to the stores
 */
record Plan(List<Alert> alerts, Runnable remember) {
    static final Plan NOTHING = new Plan(List.of(), () -> {});

    Plan {
        alerts = List.copyOf(alerts);
    }
}
