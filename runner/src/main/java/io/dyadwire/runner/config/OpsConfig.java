package io.dyadwire.runner.config;

import org.jspecify.annotations.Nullable;

/**
 * Where {@code /healthz}, {@code /readyz} and {@code /metrics} are served.
 *
 * @param host address to listen on; 127.0.0.1 unless said otherwise, since nobody is asked for a password
 * @param port 0 takes a free one; 8080 unless said otherwise
 */
public record OpsConfig(String host, Integer port) {
    static final OpsConfig DEFAULTS = new OpsConfig("127.0.0.1", 8080);

    public OpsConfig {
        host = host == null || host.isBlank() ? "127.0.0.1" : host;
        port = Ports.check("port", port, 8080);
    }

    /** The same on this port; null changes nothing. */
    public OpsConfig withPort(@Nullable Integer other) {
        return other == null ? this : new OpsConfig(host, other);
    }
}
