package io.dyadwire.runner.topics;

import io.dyadwire.contract.topic.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** What a cluster has of our topics. */
final class ClusterTopics {
    /** What a topic on the cluster is like: as it must be when nothing is said. */
    record State(boolean missing, List<String> differences) {
        String words() {
            if (missing) {
                return "missing";
            }
            return differences.isEmpty() ? "ok" : String.join("; ", differences);
        }
    }

    private final Admin admin;

    ClusterTopics(Admin admin) {
        this.admin = admin;
    }

    /** Compares each topic with the one on the cluster. */
    Map<Topic<?>, State> compare(List<Topic<?>> topics) throws InterruptedException, ExecutionException {
        Set<String> there = admin.listTopics().names().get();
        List<String> names =
                topics.stream().map(Topic::name).filter(there::contains).toList();
        Map<String, TopicDescription> found =
                admin.describeTopics(names).allTopicNames().get();
        Map<ConfigResource, Config> settings = admin.describeConfigs(
                        names.stream().map(ClusterTopics::resource).toList())
                .all()
                .get();
        Map<Topic<?>, State> states = new HashMap<>();
        for (Topic<?> topic : topics) {
            TopicDescription description = found.get(topic.name());
            states.put(
                    topic,
                    description == null
                            ? new State(true, List.of())
                            : new State(false, differences(topic, description, settings.get(resource(topic.name())))));
        }
        return states;
    }

    private static List<String> differences(Topic<?> topic, TopicDescription found, Config settings) {
        List<String> all = new ArrayList<>();
        if (found.partitions().size() != topic.partitions()) {
            all.add("has " + found.partitions().size() + " partitions, must have " + topic.partitions());
        }
        String policy = settings.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
        if (!policy.equals(topic.cleanup().policy())) {
            all.add("cleanup is " + policy);
        }
        String wanted = topic.retention() == null
                ? "-1"
                : Long.toString(topic.retention().toMillis());
        String kept = settings.get(TopicConfig.RETENTION_MS_CONFIG).value();
        if (!kept.equals(wanted)) {
            all.add(kept.equals("-1") ? "kept for ever" : "kept " + Long.parseLong(kept) / 86_400_000 + " days");
        }
        return all;
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
