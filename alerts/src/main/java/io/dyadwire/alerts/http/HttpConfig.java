package io.dyadwire.alerts.http;

import io.dyadwire.contract.Check;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Where deadlines and the calendar are served.
 *
 * @param host address to listen on
 * @param port to listen on; 0 takes a free one
 * @param token what a client must know; may be absent only where nobody but this machine can ask
 */
public record HttpConfig(String host, int port, @Nullable String token) {
    /** On this machine alone. */
    public static final HttpConfig DEFAULTS = new HttpConfig("127.0.0.1", 8082, null);

    public static final int MIN_TOKEN = 32;

    public HttpConfig {
        Check.text("host", host);
        Check.that(port >= 0 && port <= 65535, "port: " + port + " is not between 0 and 65535");
        Check.that(token == null || token.length() >= MIN_TOKEN, "token: has less than " + MIN_TOKEN + " characters");
        Check.that(
                token != null || isLoopback(host),
                "tokenFile: is missing: whoever reaches " + host
                        + " could read what the desks wait for. Name a file of one line that nobody guesses, as"
                        + " 'openssl rand -hex 32' writes, or listen on 127.0.0.1");
    }

    /** The same on this port; null changes nothing. */
    public HttpConfig withPort(@Nullable Integer other) {
        return other == null ? this : new HttpConfig(host, other, token);
    }

    /** Whether this name or address means this machine alone. */
    static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "HttpConfig[" + host + ":" + port + (token == null ? "]" : ", token hidden]");
    }
}
