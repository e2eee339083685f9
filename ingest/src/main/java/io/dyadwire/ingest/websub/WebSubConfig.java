package io.dyadwire.ingest.websub;

import io.dyadwire.contract.Check;
import io.dyadwire.outbound.HttpUri;
import java.net.URI;

/**
 * How hubs reach this instance.
 *
 * @param callback where they call from outside, such as {@code https://push.desk.example/ingest-0}; leads to host and port
 * @param host address to listen on
 * @param port to listen on; 0 takes a free one
 * @param secret from which each feed's address and key are made; 32 characters or more, the same after a restart
 */
public record WebSubConfig(URI callback, String host, int port, String secret) {
    public WebSubConfig {
        Check.that(
                isCallback(Check.present("callback", callback)),
                "callback: '" + callback + "' is not a web address without query");
        Check.text("host", host);
        Check.that(port >= 0 && port <= 65535, "port: " + port + " is not between 0 and 65535");
        Check.that(secret.length() >= 32, "secret: has less than 32 characters");
    }

    /** Whether hubs can be given addresses that begin with this. */
    public static boolean isCallback(URI address) {
        return HttpUri.isWeb(address) && address.getRawQuery() == null && address.getRawFragment() == null;
    }

    @Override
    public String toString() {
        return "WebSubConfig[" + callback + " on " + host + ":" + port + ", secret hidden]";
    }
}
