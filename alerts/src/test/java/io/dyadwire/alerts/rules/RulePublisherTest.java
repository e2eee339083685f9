package io.dyadwire.alerts.rules;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.Samples.book;
import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleRecord;
import io.dyadwire.contract.rule.Silence;
import io.dyadwire.contract.topic.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RulePublisherTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.RULES.name(), 0);

    private final MockProducer<String, RuleRecord> producer = new MockProducer<>(
            true,
            null,
            Topics.RULES.keySerde().serializer(),
            Topics.RULES.valueSerde().serializer());
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    private long offset;

    @Test
    void shouldWriteWhatIsNewOrChangedAndDeleteWhatIsGone() throws Exception {
        RuleBook before = book("""
                - {id: same, desk: asia, pairs: [JPN-KOR]}
                - {id: changed, desk: asia, pairs: [JPN-KOR]}
                - {id: gone, desk: asia, pairs: [JPN-KOR]}
                """);
        before.rules().forEach(rule -> there(rule.key(), rule));
        Silence silence = new Silence("quiet", new DeskId("asia"), null, T0, T0.plusSeconds(60), "me", null);
        there(silence.key(), silence);
        thereIs("rule:broken", new byte[] {1});

        RuleBook now = publish("""
                - {id: same, desk: asia, pairs: [JPN-KOR]}
                - {id: changed, desk: asia, pairs: [JPN-USA]}
                - {id: new, desk: asia, pairs: [JPN-KOR]}
                """);

        assertThat(now.rules())
                .extracting(rule -> rule.id() + " " + rule.version())
                .containsExactly("same 1", "changed 2", "new 1");
        assertThat(producer.history())
                .extracting(record -> record.key() + " " + version(record.value()))
                .containsExactly("rule:changed 2", "rule:new 1", "rule:gone null");
    }

    @Test
    void shouldWriteNothingTheSecondTime() throws Exception {
        String rules = "- {id: same, desk: asia, pairs: [JPN-KOR]}\n";
        publish(rules);
        for (ProducerRecord<String, RuleRecord> record : List.copyOf(producer.history())) {
            there(record.key(), record.value());
        }
        producer.clear();

        publish(rules);

        assertThat(producer.history()).isEmpty();
    }

    private RuleBook publish(String rules) throws Exception {
        consumer.updatePartitions(
                PARTITION.topic(),
                List.of(new PartitionInfo(PARTITION.topic(), 0, Node.noNode(), new Node[0], new Node[0])));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, offset));
        return new RulePublisher(consumer, producer).publish(book(rules), T0);
    }

    private void there(String key, RuleRecord value) {
        thereIs(key, Topics.RULES.valueSerde().write(value));
    }

    private void thereIs(String key, byte[] value) {
        consumer.assign(List.of(PARTITION));
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, offset++, key, value));
    }

    private static @Nullable Integer version(@Nullable RuleRecord record) {
        return record instanceof Rule rule ? rule.version() : null;
    }
}
