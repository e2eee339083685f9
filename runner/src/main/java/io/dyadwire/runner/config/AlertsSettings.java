package io.dyadwire.runner.config;

import io.dyadwire.alerts.AlertsConfig;
import io.dyadwire.alerts.channel.mail.MailServer;
import io.dyadwire.alerts.topology.AlertingConfig;
import io.dyadwire.outbound.OutboundConfig;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Alerting.
 *
 * @param rules desks and rules, YAML; {@code config/rules.yaml} unless said otherwise
 * @param instance names this instance to Kafka, the same after a restart; {@code alerts-0} unless said otherwise
 * @param threads stream threads; 1 unless said otherwise
 * @param http where deadlines and the calendar are served
 * @param delivery how hard the desks' channels are tried
 * @param mail the server that takes mail; needed where a desk has a mail channel
 */
public record AlertsSettings(
        String rules,
        String instance,
        Integer threads,
        HttpSettings http,
        DeliverySettings delivery,
        @Nullable MailSettings mail) {
    static final AlertsSettings DEFAULTS = new AlertsSettings(null, null, null, null, null, null);

    public AlertsSettings {
        rules = rules == null ? "config/rules.yaml" : rules;
        instance = instance == null ? "alerts-0" : instance;
        threads = threads == null ? 1 : threads;
        http = http == null ? HttpSettings.DEFAULTS : http;
        delivery = delivery == null ? DeliverySettings.DEFAULTS : delivery;
    }

    /**
     * For the service.
     *
     * @param data its state is below
     * @param home finds a file of the project's own
     * @param httpPort where to serve instead; null changes nothing
     * @throws ConfigException when there is no good token where one is needed, or the mail server is not set up whole
     */
    public AlertsConfig service(
            Path data,
            Function<String, Path> home,
            OutboundConfig outbound,
            @Nullable Integer httpPort,
            boolean colour) {
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
                delivery.service(),
                outbound,
                mailServer(home),
                http.service(home).withPort(httpPort),
                colour,
                defaults.closeWithin());
    }

    /**
     * The server that takes mail; null when none is set up.
     *
     * @param home finds a file of the project's own
     * @throws ConfigException when it is not set up whole
     */
    public @Nullable MailServer mailServer(Function<String, Path> home) {
        return mail == null ? null : mail.service(home);
    }
}
