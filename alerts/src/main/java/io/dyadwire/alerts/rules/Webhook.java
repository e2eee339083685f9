package io.dyadwire.alerts.rules;

import io.dyadwire.contract.Check;
import java.net.URI;
import java.nio.file.Path;

/**
 * An address that takes a desk's alerts by HTTP POST.
 *
 * @param url http or https, without a user name or password
 * @param secretFile a file of one line, {@code whsec_} and 24 to 64 bytes in base64, that signs what is sent
 */
public record Webhook(URI url, Path secretFile) {
    public Webhook {
        Check.present("url", url);
        Check.that(
                "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()),
                "url: '" + url + "' is not an http or https address");
        Check.that(url.getHost() != null, "url: '" + url + "' names no host");
        Check.that(url.getUserInfo() == null, "url: must not hold a user name or password");
        Check.present("secretFile", secretFile);
    }

    /** Without the path and query, which may hold a token. */
    @Override
    public String toString() {
        return "Webhook[" + url.getScheme() + "://" + url.getAuthority() + "/…]";
    }
}
