package io.dyadwire.runner.config;

import java.nio.file.Path;

/**
 * All settings. Everything may be left out.
 *
 * @param data folder of the embedded broker and of the services' local state; {@code data} unless said otherwise
 */
public record DyadwireConfig(Path data, KafkaConfig kafka, BrokerConfig broker, OpsConfig ops) {
    /** What holds where nothing is said. */
    public static final DyadwireConfig DEFAULTS =
            new DyadwireConfig(Path.of("data"), KafkaConfig.DEFAULTS, BrokerConfig.DEFAULTS, OpsConfig.DEFAULTS);

    public DyadwireConfig {
        data = data == null ? Path.of("data") : data;
        kafka = kafka == null ? KafkaConfig.DEFAULTS : kafka;
        broker = broker == null ? BrokerConfig.DEFAULTS : broker;
        ops = ops == null ? OpsConfig.DEFAULTS : ops;
    }

    DyadwireConfig with(KafkaConfig other) {
        return new DyadwireConfig(data, other, broker, ops);
    }
}
