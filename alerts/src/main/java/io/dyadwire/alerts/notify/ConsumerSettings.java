package io.dyadwire.alerts.notify;

import io.dyadwire.contract.Check;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * How a channel reads alerts: only what is committed, each once it is dealt with, and known again after a restart.
 *
 * @param kafka where the cluster is and how to log on to it
 * @param group the consumer group, one a channel and desk
 * @param instance the same after a restart; unique within the group
 * @param sessionTimeout after this long without a sign, another instance takes over
 */
public record ConsumerSettings(Map<String, Object> kafka, String group, String instance, Duration sessionTimeout) {
    private static final int MAX_POLL_RECORDS = 100;

    public ConsumerSettings {
        kafka = Map.copyOf(kafka);
        Check.text("group", group);
        Check.text("instance", instance);
        Check.present("sessionTimeout", sessionTimeout);
    }

    /** A consumer that reads values as bytes, since what cannot be read is ours to judge. */
    public KafkaConsumer<String, byte[]> open() {
        Map<String, Object> settings = ungrouped(kafka, name());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, name());
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        // By topic, as is usual, the first instance would have the one partition of every desk.
        settings.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                List.of(CooperativeStickyAssignor.class.getName()));
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) sessionTimeout.toMillis());
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) sessionTimeout.toMillis() / 10);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Of this instance in this group, among all clients of the cluster. */
    public String name() {
        return group + "-" + instance;
    }

    /** The settings of a consumer that is told what to read and commits nothing. */
    public static Map<String, Object> ungrouped(Map<String, Object> kafka, String clientId) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }
}
