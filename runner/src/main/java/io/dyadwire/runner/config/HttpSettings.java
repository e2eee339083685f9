package io.dyadwire.runner.config;

import io.dyadwire.alerts.http.HttpConfig;
import io.dyadwire.contract.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the alerts service serves deadlines and the calendar.
 *
 * @param host address to listen on; 127.0.0.1 unless said otherwise; anything else needs a token
 * @param port 0 takes a free one; 8082 unless said otherwise
 * @param tokenFile a file of one line, 32 to 1000 characters that nobody guesses, which clients must know
 */
public record HttpSettings(
        String host, Integer port, @Nullable String tokenFile) {
    private static final int MAX_TOKEN = 1000;
    static final HttpSettings DEFAULTS = new HttpSettings(null, null, null);

    public HttpSettings {
        host = host == null || host.isBlank() ? HttpConfig.DEFAULTS.host() : host;
        port = Ports.check("port", port, HttpConfig.DEFAULTS.port());
        tokenFile = Check.textOrNull(tokenFile);
    }

    /**
     * For the service.
     *
     * @param home finds a file of the project's own
     * @throws ConfigException when a token is missing, cannot be read or is none
     */
    public HttpConfig service(Function<String, Path> home) {
        try {
            return new HttpConfig(host, port, tokenFile == null ? null : token(home.apply(tokenFile)));
        } catch (IllegalArgumentException e) {
            throw new ConfigException("alerts.http." + e.getMessage(), e);
        }
    }

    private static String token(Path file) {
        try {
            String token =
                    Files.size(file) > MAX_TOKEN ? "" : Files.readString(file).strip();
            if (token.length() < HttpConfig.MIN_TOKEN) {
                throw new ConfigException(
                        "alerts.http.tokenFile: " + file + ": must hold one line of " + HttpConfig.MIN_TOKEN + " to "
                                + MAX_TOKEN + " characters, such as 'openssl rand -hex 32' writes");
            }
            return token;
        } catch (IOException e) {
            throw new ConfigException("alerts.http.tokenFile: " + file + ": " + ConfigException.why(e), e);
        }
    }
}
