package io.dyadwire.runner.config;

import io.dyadwire.contract.Check;
import io.dyadwire.ingest.websub.WebSubConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How hubs reach this instance of ingest, so that they can tell when feeds have news.
 *
 * @param callback the address from outside, such as {@code https://push.desk.example/}; each instance has its own
 * @param secretFile a file of one line, 32 to 1000 characters that nobody guesses; the same after a restart
 * @param host address to listen on; 127.0.0.1 unless said otherwise, for a proxy that speaks TLS
 * @param port 0 takes a free one; 8081 unless said otherwise
 */
public record WebSubSettings(
        @Nullable URI callback, @Nullable String secretFile, String host, Integer port) {
    private static final int MAX_SECRET = 1000;

    public WebSubSettings {
        secretFile = Check.textOrNull(secretFile);
        host = host == null || host.isBlank() ? "127.0.0.1" : host;
        port = Ports.check("port", port, 8081);
        // What goes together is checked when it is needed: the environment sets one after the other.
        Check.that(
                callback == null || WebSubConfig.isCallback(callback),
                "callback: '" + callback + "' is not a web address without query, such as https://push.desk.example/");
    }

    /**
     * For the service.
     *
     * @param home finds a file of the project's own
     * @throws ConfigException when one of the two is missing, or the secret cannot be read or is none
     */
    public WebSubConfig service(Function<String, Path> home) {
        if (callback == null || secretFile == null) {
            throw new ConfigException("ingest.webSub." + (callback == null ? "callback" : "secretFile")
                    + ": is missing; callback and secretFile are needed to be told of news by hubs");
        }
        Path file = home.apply(secretFile);
        try {
            String secret =
                    Files.size(file) > MAX_SECRET ? "" : Files.readString(file).strip();
            if (secret.length() < 32) {
                throw new ConfigException("ingest.webSub.secretFile: " + file + ": must hold one line of 32 to "
                        + MAX_SECRET + " characters, such as 'openssl rand -hex 32' writes");
            }
            return new WebSubConfig(callback, host, port, secret);
        } catch (IOException e) {
            throw new ConfigException("ingest.webSub.secretFile: " + file + ": " + ConfigException.why(e), e);
        }
    }
}
