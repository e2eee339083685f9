package io.dyadwire.ingest.publish;

import io.dyadwire.contract.topic.TopicSetup;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ways to Kafka. Nothing is connected before it is asked for.
 *
 * @param producers a transactional producer for this partition
 * @param readers a consumer without a group
 * @param members the consumer that makes this instance a member of the group
 * @param topics makes sure that the topics are there; may fail like any other call to Kafka
 */
public record Connections(
        IntFunction<Producer<String, byte[]>> producers,
        Supplier<Consumer<String, byte[]>> readers,
        Supplier<Consumer<String, byte[]>> members,
        Preparation topics) {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    /** Something to be done before all else. */
    @FunctionalInterface
    public interface Preparation {
        void run() throws InterruptedException;
    }

    /**
     * To a real Kafka.
     *
     * @param kafka client settings, {@code bootstrap.servers} at least
     * @param group names all instances that divide the feeds, and with a number behind it the writer of each partition
     * @param instance names this instance among them
     * @param sessionTimeout after which an instance that is not heard of loses its partitions
     * @param keepForever whether topics made by us keep records of any age
     */
    public static Connections to(
            Map<String, Object> kafka, String group, String instance, Duration sessionTimeout, boolean keepForever) {
        Map<String, Object> settings = Map.copyOf(kafka);
        return new Connections(
                partition -> KafkaClients.producer(settings, group + "-" + partition, instance),
                () -> KafkaClients.reader(settings, instance),
                () -> KafkaClients.member(settings, group, instance, sessionTimeout),
                () -> ensureTopics(settings, keepForever));
    }

    private static void ensureTopics(Map<String, Object> kafka, boolean keepForever) throws InterruptedException {
        Map<String, Object> settings = new HashMap<>();
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.putAll(kafka);
        try (Admin admin = Admin.create(settings)) {
            List<String> created = new TopicSetup(admin, keepForever)
                    .ensure(List.of(Topics.ARTICLES, Topics.FEED_SOURCES, Topics.FEEDS));
            if (!created.isEmpty()) {
                LOG.atInfo().addKeyValue("topics", created).log("Created topics");
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafkas ? kafkas : new KafkaException(e.getCause());
        } catch (IllegalStateException e) {
            throw new KafkaException(e.getMessage(), e);
        }
    }
}
