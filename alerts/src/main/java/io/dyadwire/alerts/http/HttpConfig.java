package io.dyadwire.alerts.http;

import io.dyadwire.alerts.access.KnownTokens;
import io.dyadwire.alerts.access.Tokens;
import io.dyadwire.alerts.feed.FeedHub;
import io.dyadwire.contract.Check;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Where the API is served.
 *
 * @param host address to listen on
 * @param port to listen on; 0 takes a free one
 * @param tokens what clients must know one of; may be none only where nobody but this machine can ask
 * @param hub that tells readers of the feeds when they change; null when there is none
 */
public record HttpConfig(
        String host, int port, KnownTokens tokens, @Nullable FeedHub hub) {
    /** On this machine alone. */
    public static final HttpConfig DEFAULTS = new HttpConfig("127.0.0.1", 8082, Tokens.NONE);

    public HttpConfig {
        Check.text("host", host);
        Check.that(port >= 0 && port <= 65535, "port: " + port + " is not between 0 and 65535");
        Check.present("tokens", tokens);
        Check.that(
                !tokens.now().isEmpty() || isLoopback(host),
                "tokenFile: is missing, and tokensFile too: whoever reaches " + host
                        + " could read what the desks wait for and change their rules. Name a file of tokens, as"
                        + " 'dyadwire token new' writes its lines, or one of one line that nobody guesses, or listen on"
                        + " 127.0.0.1");
    }

    /** With these tokens, whatever comes. */
    HttpConfig(String host, int port, Tokens tokens) {
        this(host, port, KnownTokens.of(tokens), null);
    }

    /** The same on this port; null changes nothing. */
    public HttpConfig withPort(@Nullable Integer other) {
        return other == null ? this : new HttpConfig(host, other, tokens, hub);
    }

    /** Whether this name or address means this machine alone. */
    static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
