package io.dyadwire.runner.config;

import java.nio.file.Path;

/**
 * All settings. Everything may be left out.
 *
 * @param data folder of the embedded broker and of the services' local state; {@code data} unless said otherwise
 */
public record DyadwireConfig(
        Path data,
        KafkaConfig kafka,
        BrokerConfig broker,
        OpsConfig ops,
        OutboundSettings outbound,
        IngestSettings ingest,
        ProcessorSettings processor,
        AlertsSettings alerts) {
    /** What holds where nothing is said. */
    public static final DyadwireConfig DEFAULTS = new DyadwireConfig(null, null, null, null, null, null, null, null);

    public DyadwireConfig {
        data = data == null ? Path.of("data") : data;
        kafka = kafka == null ? KafkaConfig.DEFAULTS : kafka;
        broker = broker == null ? BrokerConfig.DEFAULTS : broker;
        ops = ops == null ? OpsConfig.DEFAULTS : ops;
        outbound = outbound == null ? OutboundSettings.DEFAULTS : outbound;
        ingest = ingest == null ? IngestSettings.DEFAULTS : ingest;
        processor = processor == null ? ProcessorSettings.DEFAULTS : processor;
        alerts = alerts == null ? AlertsSettings.DEFAULTS : alerts;
    }

    /** Where the embedded broker keeps its own part of the data. */
    public Path brokerFolder() {
        return data.resolve("kafka");
    }

    DyadwireConfig with(KafkaConfig other) {
        return new DyadwireConfig(data, other, broker, ops, outbound, ingest, processor, alerts);
    }
}
