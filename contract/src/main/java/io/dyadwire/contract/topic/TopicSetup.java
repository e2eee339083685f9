package io.dyadwire.contract.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing and refuses those that were made otherwise. Safe to call from several services. */
public final class TopicSetup {
    private static final int COMPACTED_SEGMENT_BYTES = 32 * 1024 * 1024;

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
     * Makes sure that these topics are there. Retention is set at creation and then left to whoever runs the cluster.
     *
     * @return the names of those that were created now
     * @throws IllegalStateException when a topic has another number of partitions, or another cleanup policy, than it
     *     must have: the first would part records of one key, the second lose what is kept for ever
     */
    public List<String> ensure(Collection<? extends Topic<?>> topics) throws InterruptedException, ExecutionException {
        Set<String> existing = new HashSet<>(admin.listTopics().names().get());
        List<String> created = new ArrayList<>();
        for (Topic<?> topic : topics) {
            if (!existing.contains(topic.name()) && create(topic)) {
                created.add(topic.name());
            }
        }
        // Only those that were there before: the others are as we or a service beside us just made them, and not every
        // broker of a cluster may know them yet.
        check(topics.stream().filter(topic -> existing.contains(topic.name())).toList());
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
        if (topic.cleanup() != Cleanup.DELETE) {
            // Only closed segments are compacted, and whoever starts reads the whole topic.
            settings.put(TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(COMPACTED_SEGMENT_BYTES));
        }
        boolean forEver = topic.retention() == null || keepForever;
        settings.put(
                TopicConfig.RETENTION_MS_CONFIG,
                forEver ? "-1" : Long.toString(topic.retention().toMillis()));
        return settings;
    }

    private void check(Collection<? extends Topic<?>> topics) throws InterruptedException, ExecutionException {
        Map<String, TopicDescription> found = admin.describeTopics(
                        topics.stream().map(Topic::name).toList())
                .allTopicNames()
                .get();
        Map<ConfigResource, Config> settings = admin.describeConfigs(
                        topics.stream().map(TopicSetup::resource).toList())
                .all()
                .get();
        for (Topic<?> topic : topics) {
            int partitions = found.get(topic.name()).partitions().size();
            refuseUnless(partitions == topic.partitions(), topic, partitions + " partitions", topic.partitions());
            String policy = settings.get(resource(topic))
                    .get(TopicConfig.CLEANUP_POLICY_CONFIG)
                    .value();
            boolean same = Set.of(policy.split(",", -1))
                    .equals(Set.of(topic.cleanup().policy().split(",", -1)));
            refuseUnless(
                    same, topic, "cleanup.policy " + policy, topic.cleanup().policy());
        }
    }

    private static ConfigResource resource(Topic<?> topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private static void refuseUnless(boolean holds, Topic<?> topic, String found, Object wanted) {
        if (!holds) {
            throw new IllegalStateException("topic " + topic.name() + " has " + found + ", but must have " + wanted
                    + ": delete it, or use a cluster of its own");
        }
    }
}
