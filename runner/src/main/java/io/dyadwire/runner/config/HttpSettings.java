package io.dyadwire.runner.config;

import io.dyadwire.alerts.access.KnownTokens;
import io.dyadwire.alerts.access.Tokens;
import io.dyadwire.alerts.feed.FeedHub;
import io.dyadwire.alerts.http.HttpConfig;
import io.dyadwire.contract.Check;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the alerts service serves its API, deadlines and the calendar.
 *
 * @param host address to listen on; 127.0.0.1 unless said otherwise; anything else needs a token
 * @param port 0 takes a free one; 8082 unless said otherwise
 * @param tokenFile a file of one line, 32 to 1000 characters that nobody guesses: a token for everything
 * @param tokensFile a file of several tokens, a line each, as {@code dyadwire token new} writes it
 * @param hub the WebSub hub that tells readers of the feeds when they change; none unless said otherwise
 * @param publicUrl under which the hub and the readers reach what is served here; goes with the hub
 */
public record HttpSettings(
        String host,
        Integer port,
        @Nullable String tokenFile,
        @Nullable String tokensFile,
        @Nullable URI hub,
        @Nullable URI publicUrl) {
    private static final int MAX_TOKEN = 1000;
    static final HttpSettings DEFAULTS = new HttpSettings(null, null, null, null, null, null);

    public HttpSettings {
        host = host == null || host.isBlank() ? HttpConfig.DEFAULTS.host() : host;
        port = Ports.check("port", port, HttpConfig.DEFAULTS.port());
        tokenFile = Check.textOrNull(tokenFile);
        tokensFile = Check.textOrNull(tokensFile);
    }

    /**
     * For the service.
     *
     * @param home finds a file of the project's own
     * @throws ConfigException when a token is missing, cannot be read or is none, or the hub is not set up whole
     */
    public HttpConfig service(Function<String, Path> home) {
        try {
            Tokens one = tokenFile == null ? Tokens.NONE : Tokens.single(token(home.apply(tokenFile)));
            return new HttpConfig(
                    host,
                    port,
                    tokensFile == null ? KnownTokens.of(one) : tokens(home.apply(tokensFile), one),
                    feedHub());
        } catch (IllegalArgumentException e) {
            throw new ConfigException("alerts.http." + e.getMessage(), e);
        }
    }

    private @Nullable FeedHub feedHub() {
        // What goes together is checked when it is needed: the environment sets one after the other.
        Check.that((hub == null) == (publicUrl == null), "hub, publicUrl: one is of no use without the other");
        return hub == null || publicUrl == null ? null : new FeedHub(hub, publicUrl);
    }

    private static String token(Path file) {
        try {
            String token =
                    Files.size(file) > MAX_TOKEN ? "" : Files.readString(file).strip();
            if (token.length() < Tokens.SHORTEST) {
                throw new ConfigException("alerts.http.tokenFile: " + file + ": must hold one line of "
                        + Tokens.SHORTEST + " to " + MAX_TOKEN + " characters, such as 'openssl rand -hex 32' writes");
            }
            return token;
        } catch (IOException e) {
            throw new ConfigException("alerts.http.tokenFile: " + file + ": " + ConfigException.why(e), e);
        }
    }

    private static KnownTokens tokens(Path file, Tokens besides) {
        try {
            return KnownTokens.in(file, besides);
        } catch (IOException e) {
            throw new ConfigException("alerts.http.tokensFile: " + file + ": " + ConfigException.why(e), e);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("alerts.http.tokensFile: " + e.getMessage(), e);
        }
    }
}
