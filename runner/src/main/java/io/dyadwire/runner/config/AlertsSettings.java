package io.dyadwire.runner.config;

import io.dyadwire.alerts.AlertsConfig;
import io.dyadwire.alerts.topology.AlertingConfig;
import io.dyadwire.outbound.OutboundConfig;
import java.nio.file.Path;

/**
 * Alerting.
 *
 * @param rules desks and rules, YAML; {@code config/rules.yaml} unless said otherwise
 * @param instance names this instance to Kafka, the same after a restart; {@code alerts-0} unless said otherwise
 * @param threads stream threads; 1 unless said otherwise
 */
public record AlertsSettings(String rules, String instance, Integer threads) {
    static final AlertsSettings DEFAULTS = new AlertsSettings(null, null, null);

    public AlertsSettings {
        rules = rules == null ? "config/rules.yaml" : rules;
        instance = instance == null ? "alerts-0" : instance;
        threads = threads == null ? 1 : threads;
    }

    /** For the service, with its state below {@code data}. */
    public AlertsConfig service(Path data, OutboundConfig outbound, boolean colour) {
        AlertsConfig defaults = AlertsConfig.defaults(data.resolve("alerts"), outbound.userAgent());
        AlertingConfig alerting = defaults.alerting();
        return new AlertsConfig(
                new AlertingConfig(
                        alerting.applicationId(),
                        instance,
                        alerting.stateDir(),
                        threads,
                        alerting.commitInterval(),
                        alerting.sessionTimeout(),
                        alerting.remindEvery(),
                        alerting.memory(),
                        alerting.lateness(),
                        alerting.keepDeadlines(),
                        alerting.keepForever()),
                defaults.webhook(),
                outbound,
                colour,
                defaults.closeWithin());
    }
}
