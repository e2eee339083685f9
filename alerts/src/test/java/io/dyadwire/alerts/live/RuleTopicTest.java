package io.dyadwire.alerts.live;

import static io.dyadwire.alerts.Samples.book;
import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleOrigin;
import io.dyadwire.contract.topic.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RuleTopicTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.RULES.name(), 0);

    /** So that the file, or whoever put it, can put it again. */
    @Test
    void shouldReadAllThatIsThereAndTakeABrokenRuleForNone() {
        MockConsumer<String, byte[]> topic = new MockConsumer<>("earliest");
        topic.updatePartitions(
                PARTITION.topic(),
                List.of(new PartitionInfo(PARTITION.topic(), 0, Node.noNode(), new Node[0], new Node[0])));
        topic.updateBeginningOffsets(Map.of(PARTITION, 0L));
        topic.updateEndOffsets(Map.of(PARTITION, 5L));
        topic.assign(List.of(PARTITION));
        Rule rule = book("- {id: a, desk: asia, keywords: seoul}").rules().getFirst();
        byte[] json = Topics.RULES.valueSerde().write(rule);
        byte[][] values = {json, json, json, null, {1}};
        String[] keys = {"rule:a", "rule:b", "rule:c", "rule:c", "rule:d"};
        for (int i = 0; i < keys.length; i++) {
            topic.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, i, keys[i], values[i]));
        }

        assertThat(RuleTopic.read(topic)).isEqualTo(Map.of("rule:a", rule));
    }

    @Test
    void shouldGiveWhatIsLeftOfARulesVersionsOldestFirst() {
        Rule first = book("- {id: a, desk: asia, keywords: seoul}").rules().getFirst();
        Rule second = book("- {id: a, desk: asia, keywords: busan}")
                .rules()
                .getFirst()
                .put(2, RuleOrigin.FILE, "mina", Instant.parse("2019-08-12T08:00:00Z"));
        MockConsumer<String, byte[]> topic = new MockConsumer<>("earliest");
        topic.updatePartitions(
                PARTITION.topic(),
                List.of(new PartitionInfo(PARTITION.topic(), 0, Node.noNode(), new Node[0], new Node[0])));
        topic.updateBeginningOffsets(Map.of(PARTITION, 0L));
        topic.updateEndOffsets(Map.of(PARTITION, 5L));
        topic.assign(List.of(PARTITION));
        byte[][] values = {
            Topics.RULES.valueSerde().write(first),
            Topics.RULES.valueSerde().write(second),
            {1},
            Topics.RULES.valueSerde().write(first),
            null
        };
        String[] keys = {"rule:a", "rule:a", "rule:a", "rule:b", "rule:a"};
        for (int i = 0; i < keys.length; i++) {
            topic.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, i, keys[i], values[i]));
        }

        List<RuleVersion> versions = RuleTopic.history(topic, "rule:a");

        assertThat(versions).extracting(RuleVersion::rule).containsExactly(first, second, null);
        assertThat(versions.get(1).at()).isEqualTo(second.changedAt());
    }
}
