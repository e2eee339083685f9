package io.dyadwire.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.dyadwire.contract.rule.DeskId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.MockAdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicSetupTest {
    private final MockAdminClient cluster =
            MockAdminClient.create().numBrokers(1).build();

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void shouldCreateWhatIsMissingOnce() throws Exception {
        var setup = new TopicSetup(cluster, false);

        assertThat(setup.ensure(Topics.all()))
                .containsExactlyElementsOf(
                        Topics.all().stream().map(Topic::name).toList());
        assertThat(setup.ensure(Topics.all())).isEmpty();
        assertThat(setup.ensure(List.of(Topics.alertsOf(new DeskId("asia"))))).containsExactly("news.alerts.asia");
    }

    @Test
    void shouldCreateEachAsItMustBe() throws Exception {
        new TopicSetup(cluster, false).ensure(Topics.all());

        assertThat(partitions("news.articles")).isEqualTo(6);
        assertThat(partitions("news.rules")).isEqualTo(1);
        assertThat(settings("news.articles"))
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "2592000000")
                .containsEntry("max.message.bytes", "4194304");
        assertThat(settings("news.deadlines"))
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("segment.bytes", "33554432")
                .containsEntry("retention.ms", "-1");
        assertThat(settings("news.deliveries")).containsEntry("cleanup.policy", "compact,delete");
    }

    @Test
    void shouldKeepRecordsOfLongAgoWhereAsked() throws Exception {
        new TopicSetup(cluster, true).ensure(List.of(Topics.ARTICLES, Topics.DELIVERIES));

        assertThat(settings("news.articles")).containsEntry("retention.ms", "-1");
        assertThat(settings("news.deliveries"))
                .containsEntry("retention.ms", "-1")
                .containsEntry("cleanup.policy", "compact,delete");
    }

    @Test
    void shouldRefuseATopicWithOtherPartitions() throws Exception {
        create("news.articles", 3, "delete");

        assertThatIllegalStateException()
                .isThrownBy(() -> new TopicSetup(cluster, false).ensure(Topics.all()))
                .withMessage("topic news.articles has 3 partitions, but must have 6: "
                        + "delete it, or use a cluster of its own");
    }

    @Test
    void shouldRefuseATopicThatWouldForget() throws Exception {
        create("news.feeds", 6, "delete");

        assertThatIllegalStateException()
                .isThrownBy(() -> new TopicSetup(cluster, false).ensure(List.of(Topics.FEEDS)))
                .withMessageStartingWith("topic news.feeds has cleanup.policy delete, but must have compact");
    }

    private void create(String name, int partitions, String policy) throws Exception {
        NewTopic topic = new NewTopic(name, Optional.of(partitions), Optional.empty());
        cluster.createTopics(List.of(topic.configs(Map.of("cleanup.policy", policy))))
                .all()
                .get();
    }

    private int partitions(String name) throws Exception {
        return cluster.describeTopics(List.of(name))
                .allTopicNames()
                .get()
                .get(name)
                .partitions()
                .size();
    }

    private Map<String, String> settings(String name) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        Config config = cluster.describeConfigs(List.of(resource)).all().get().get(resource);
        Map<String, String> settings = new java.util.HashMap<>();
        config.entries().forEach(entry -> settings.put(entry.name(), entry.value()));
        return settings;
    }
}
