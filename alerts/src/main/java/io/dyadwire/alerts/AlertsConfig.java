package io.dyadwire.alerts;

import io.dyadwire.alerts.channel.mail.MailServer;
import io.dyadwire.alerts.delivery.DeliveryConfig;
import io.dyadwire.alerts.http.HttpConfig;
import io.dyadwire.alerts.topology.AlertingConfig;
import io.dyadwire.contract.Check;
import io.dyadwire.outbound.OutboundConfig;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the alerts service runs.
 *
 * @param delivery how hard a channel is tried
 * @param outbound for channels: who we say we are, and which addresses besides the public internet may be reached
 * @param mail the server that takes mail; absent where no desk has a mail channel
 * @param http where deadlines and the calendar are served
 * @param colour whether alerts on the console are coloured
 * @param closeWithin how long stopping may take
 */
public record AlertsConfig(
        AlertingConfig alerting,
        DeliveryConfig delivery,
        OutboundConfig outbound,
        @Nullable MailServer mail,
        HttpConfig http,
        boolean colour,
        Duration closeWithin) {
    public AlertsConfig {
        Check.present("alerting", alerting);
        Check.present("delivery", delivery);
        Check.present("outbound", outbound);
        Check.present("http", http);
        Check.present("closeWithin", closeWithin);
        Check.that(closeWithin.isPositive(), "closeWithin: " + closeWithin + " is not longer than nothing");
    }

    /** The defaults of each part, without colours, stopping within 20 s. */
    public static AlertsConfig defaults(Path stateDir, String userAgent) {
        return new AlertsConfig(
                AlertingConfig.defaults(stateDir),
                DeliveryConfig.DEFAULTS,
                OutboundConfig.defaults(userAgent),
                null,
                HttpConfig.DEFAULTS,
                false,
                Duration.ofSeconds(20));
    }

    /** The same, served elsewhere. */
    public AlertsConfig withHttp(HttpConfig other) {
        return new AlertsConfig(alerting, delivery, outbound, mail, other, colour, closeWithin);
    }
}
