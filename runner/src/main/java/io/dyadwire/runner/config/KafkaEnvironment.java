package io.dyadwire.runner.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Kafka's client properties from the environment, named as Kafka's own container image does: {@code
 * KAFKA_SECURITY_PROTOCOL} is {@code security.protocol}, {@code __} stands for {@code _}, {@code ___} for {@code -}. With
 * {@code _FILE} at the end the value is what the file named there holds, so that a secret need not stand in the
 * environment.
 */
final class KafkaEnvironment {
    private static final String PREFIX = "KAFKA_";
    private static final String FILE = "_FILE";

    /** Settings of Kafka's start scripts, which are no properties (Kafka's container image leaves out the same). */
    private static final Set<String> NOT_OURS = Set.of(
            "KAFKA_VERSION",
            "KAFKA_HEAP_OPTS",
            "KAFKA_LOG4J_OPTS",
            "KAFKA_OPTS",
            "KAFKA_JMX_OPTS",
            "KAFKA_JVM_PERFORMANCE_OPTS",
            "KAFKA_GC_LOG_OPTS",
            "KAFKA_LOG4J_ROOT_LOGLEVEL",
            "KAFKA_LOG4J_LOGGERS",
            "KAFKA_TOOLS_LOG4J_LOGLEVEL",
            "KAFKA_JMX_HOSTNAME",
            "KAFKA_JMX_PORT");

    private KafkaEnvironment() {}

    /** The properties set there. */
    static Map<String, String> properties(Map<String, String> environment) {
        Map<String, String> properties = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !NOT_OURS.contains(name)) {
                if (name.endsWith(FILE) && !known().contains(property(name))) {
                    properties.put(property(name.substring(0, name.length() - FILE.length())), content(name, value));
                } else {
                    properties.put(property(name), value);
                }
            }
        });
        return properties;
    }

    /** Every property that a client of Kafka knows by name. */
    static Set<String> known() {
        Set<String> names = new HashSet<>(AdminClientConfig.configNames());
        names.addAll(ConsumerConfig.configNames());
        names.addAll(ProducerConfig.configNames());
        names.addAll(StreamsConfig.configDef().names());
        return names;
    }

    private static String property(String name) {
        return name.substring(PREFIX.length())
                .toLowerCase(Locale.ROOT)
                .replace("___", "-")
                .replace("__", "\0")
                .replace('_', '.')
                .replace('\0', '_');
    }

    private static String content(String name, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new ConfigException(name + ": cannot read " + file + ": " + ConfigException.why(e), e);
        }
    }
}
