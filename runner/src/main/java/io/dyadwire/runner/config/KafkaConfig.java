package io.dyadwire.runner.config;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How to reach Kafka.
 *
 * @param bootstrapServers {@code host:port,…}; absent means the embedded broker
 * @param properties any property of a Kafka client, such as {@code security.protocol: SASL_SSL}; values are kept out of
 *     {@code toString} where they may be secret
 */
public record KafkaConfig(@Nullable String bootstrapServers, Map<String, String> properties) {
    static final KafkaConfig DEFAULTS = new KafkaConfig(null, Map.of());
    private static final String BOOTSTRAP = "bootstrap.servers";
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|jaas|token|credential|\\.key).*");

    public KafkaConfig {
        properties = properties == null ? Map.of() : Map.copyOf(properties);
        if (properties.containsKey(BOOTSTRAP)) {
            bootstrapServers = properties.get(BOOTSTRAP);
            Map<String, String> others = new TreeMap<>(properties);
            others.remove(BOOTSTRAP);
            properties = Map.copyOf(others);
        }
        bootstrapServers = bootstrapServers == null || bootstrapServers.isBlank() ? null : bootstrapServers;
    }

    /** These properties over ours. */
    KafkaConfig with(Map<String, String> stronger) {
        Map<String, String> all = new TreeMap<>(properties);
        all.putAll(stronger);
        return new KafkaConfig(bootstrapServers, all);
    }

    /** The properties for a client of this cluster. */
    public Map<String, Object> client(String servers) {
        Map<String, Object> all = new TreeMap<>(properties);
        all.put(BOOTSTRAP, servers);
        return all;
    }

    @Override
    public String toString() {
        Map<String, String> shown = new TreeMap<>(properties);
        shown.replaceAll((name, value) -> SECRET.matcher(name).matches() ? "(hidden)" : value);
        return "KafkaConfig[bootstrapServers=" + bootstrapServers + ", properties=" + shown + "]";
    }
}
