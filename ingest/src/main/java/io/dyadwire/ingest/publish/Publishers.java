package io.dyadwire.ingest.publish;

import io.dyadwire.contract.topic.TopicSetup;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes publishers. */
public final class Publishers {
    private static final Logger LOG = LoggerFactory.getLogger(Publishers.class);
    private static final Duration RETRY_EVERY = Duration.ofSeconds(2);

    private Publishers() {}

    /**
     * One on a real Kafka. It connects when it is opened, not before.
     *
     * @param kafka client settings, {@code bootstrap.servers} at least
     * @param keepForever whether topics made by us keep records of any age
     */
    public static Publisher onKafka(Map<String, Object> kafka, String transactionalId, boolean keepForever) {
        Map<String, Object> settings = Map.copyOf(kafka);
        FeedLog log = new FeedLog(
                () -> KafkaClients.producer(settings, transactionalId),
                () -> KafkaClients.consumer(settings, transactionalId));
        return new Publisher(log, () -> ensureTopics(settings, keepForever), RETRY_EVERY);
    }

    private static void ensureTopics(Map<String, Object> kafka, boolean keepForever) throws InterruptedException {
        Map<String, Object> settings = new HashMap<>();
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.putAll(kafka);
        try (Admin admin = Admin.create(settings)) {
            List<String> created = new TopicSetup(admin, keepForever).ensure(List.of(Topics.ARTICLES, Topics.FEEDS));
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
