package io.dyadwire.contract.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing and refuses those that were made otherwise. Safe to call from several services. */
public final class TopicSetup {
    private final Admin admin;
    private final boolean keepForever;

    /**
     * @param keepForever true where records carry times long past (the demo, a replay of old news): a broker would
     *     otherwise delete them as past their retention
     */
    public TopicSetup(Admin admin, boolean keepForever) {
        this.admin = admin;
        this.keepForever = keepForever;
    }

    /**
     * Makes sure that these topics are there.
     *
     * @return the names of those that were created now
     * @throws IllegalStateException when a topic has another number of partitions than it must have
     */
    public List<String> ensure(Collection<? extends Topic<?>> topics) throws InterruptedException, ExecutionException {
        Set<String> existing = admin.listTopics().names().get();
        List<String> created = new ArrayList<>();
        for (Topic<?> topic : topics) {
            if (!existing.contains(topic.name()) && create(topic)) {
                created.add(topic.name());
            }
        }
        checkPartitions(topics);
        return created;
    }

    private boolean create(Topic<?> topic) throws InterruptedException, ExecutionException {
        NewTopic wanted = new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty());
        try {
            admin.createTopics(List.of(wanted.configs(settings(topic)))).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }

    private Map<String, String> settings(Topic<?> topic) {
        Map<String, String> settings = new HashMap<>();
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, topic.cleanup().policy());
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Topics.MAX_RECORD_BYTES));
        if (topic.retention() != null && !keepForever) {
            settings.put(
                    TopicConfig.RETENTION_MS_CONFIG,
                    Long.toString(topic.retention().toMillis()));
        } else {
            settings.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
        }
        return settings;
    }

    private void checkPartitions(Collection<? extends Topic<?>> topics)
            throws InterruptedException, ExecutionException {
        List<String> names = topics.stream().map(Topic::name).toList();
        Map<String, TopicDescription> found =
                admin.describeTopics(names).allTopicNames().get();
        for (Topic<?> topic : topics) {
            int partitions = found.get(topic.name()).partitions().size();
            if (partitions != topic.partitions()) {
                throw new IllegalStateException(
                        "topic " + topic.name() + " has " + partitions + " partitions, but must have "
                                + topic.partitions() + ": delete it, or use a cluster of its own");
            }
        }
    }
}
