package io.dyadwire.runner.config;

/**
 * The embedded broker of {@code up}.
 *
 * @param port on 127.0.0.1; 0 takes a free one; 19092 unless said otherwise
 */
public record BrokerConfig(Integer port) {
    static final BrokerConfig DEFAULTS = new BrokerConfig(19092);

    public BrokerConfig {
        port = Ports.check("port", port, 19092);
    }
}
