package io.dyadwire.alerts.channel.mail;

import io.dyadwire.contract.Check;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The server that takes our mail, and who we are to it.
 *
 * @param host a name, which its certificate must have, or an address
 * @param user to log on as; no login without one
 * @param password goes with the user
 * @param from sender of all mail, with a name before it or without; the part after the {@code @} is also in every Message-ID
 * @param replyTo where answers go, and the wish to get no more; {@code from} when absent
 */
public record MailServer(
        String host,
        int port,
        Security security,
        @Nullable String user,
        @Nullable String password,
        String from,
        @Nullable String replyTo) {
    private static final Pattern THIS_MACHINE = Pattern.compile("(?i)localhost|127(\\.[0-9]{1,3}){3}|::1|\\[::1]");

    public MailServer {
        Check.text("host", host);
        Check.that(port >= 1 && port <= 65535, "port: " + port + " is not between 1 and 65535");
        Check.present("security", security);
        Check.that(
                uri(host, port) != null, "host: '" + host + "' is not the name of a host, such as mail.desk.example");
        Check.that((user == null) == (password == null), "user, passwordFile: one is of no use without the other");
        Check.that(
                security != Security.NONE || password == null || isThisMachine(host),
                "security: none would send the password readable to " + host + "; use starttls or tls");
        address("from", Check.text("from", from));
        if (replyTo != null) {
            address("replyTo", replyTo);
        }
    }

    URI uri() {
        return Check.present("host", uri(host, port));
    }

    InternetAddress sender() {
        return MailAddress.of(from);
    }

    InternetAddress answers() {
        return MailAddress.of(replyTo == null ? from : replyTo);
    }

    private static @Nullable URI uri(String host, int port) {
        try {
            URI uri = new URI("smtp", null, host, port, null, null, null);
            return uri.getHost() == null ? null : uri;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean isThisMachine(String host) {
        return THIS_MACHINE.matcher(host).matches();
    }

    private static void address(String field, String text) {
        try {
            MailAddress.of(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field + ": " + e.getMessage(), e);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "MailServer[" + host + ":" + port + ", " + security.word() + ", user=" + user + ", from=" + from + "]";
    }
}
