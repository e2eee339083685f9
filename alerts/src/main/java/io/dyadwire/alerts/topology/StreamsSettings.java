package io.dyadwire.alerts.topology;

import io.dyadwire.contract.topic.Topics;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The Kafka Streams settings that the promises rest on: exactly once, and a restart that is noticed within seconds. */
public final class StreamsSettings {
    private StreamsSettings() {}

    /**
     * The settings of one client.
     *
     * @param kafka where the cluster is and how to log on to it; what is set below wins
     */
    public static Properties of(AlertingConfig config, Map<String, Object> kafka) {
        Properties settings = new Properties();
        settings.putAll(kafka);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        settings.put(StreamsConfig.CLIENT_ID_CONFIG, config.applicationId() + "-" + config.instanceId());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // What was decided is committed earlier, when its processor says so, and not after the next wait for records
        // only.
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, CommitTiming.LONGEST.toMillis());
        settings.put(StreamsConfig.POLL_MS_CONFIG, config.commitInterval().toMillis());
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        if (config.keepForever()) {
            settings.put(StreamsConfig.WINDOW_STORE_CHANGE_LOG_ADDITIONAL_RETENTION_MS_CONFIG, Long.MAX_VALUE);
        }
        settings.put(consumer(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // Known again after a restart: the group does not wait for the session of the one that died.
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                config.applicationId() + "-" + config.instanceId());
        settings.put(consumer(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), (int)
                config.sessionTimeout().toMillis());
        settings.put(
                consumer(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                (int) config.sessionTimeout().toMillis() / 10);
        settings.put(producer(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topics.MAX_RECORD_BYTES);
        settings.put(producer(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
        // The batches are many and small: a higher level costs more than it saves.
        settings.put(producer(ProducerConfig.COMPRESSION_ZSTD_LEVEL_CONFIG), 1);
        // Bounds how long readers wait behind a transaction that a crash left open.
        settings.put(producer(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 10_000);
        return settings;
    }

    private static String consumer(String setting) {
        return StreamsConfig.consumerPrefix(setting);
    }

    private static String producer(String setting) {
        return StreamsConfig.producerPrefix(setting);
    }
}
