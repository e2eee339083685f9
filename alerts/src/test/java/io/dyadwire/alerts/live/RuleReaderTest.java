package io.dyadwire.alerts.live;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.Samples.book;
import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleRecord;
import io.dyadwire.contract.rule.Silence;
import io.dyadwire.contract.topic.Topics;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RuleReaderTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.RULES.name(), 0);

    private final MockConsumer<String, byte[]> topic = new MockConsumer<>("earliest");
    private final LiveRules live = new LiveRules(book("[]"), () -> T0);
    private final RuleReader reader = new RuleReader(topic, live);
    private long offset;

    @BeforeEach
    void begin() {
        topic.updateBeginningOffsets(Map.of(PARTITION, 0L));
        topic.updateEndOffsets(Map.of(PARTITION, 0L));
    }

    @Test
    void shouldFollowWhatIsPutAndTakenBack() {
        publish(rule("a", "seoul"));
        publish(rule("b", "tokyo"));
        publish(new Silence("s", new DeskId("asia"), null, T0, T0.plusSeconds(60), "mina", null));
        reader.turn();
        assertThat(live.records()).containsOnlyKeys("rule:a", "rule:b", "silence:s");

        publish(rule("a", "busan"));
        record("rule:b", null);
        record("silence:s", null);
        reader.turn();

        assertThat(live.rules()).extracting(Rule::keywords).containsExactly("busan");
        assertThat(live.silences()).isEmpty();
    }

    @Test
    void shouldStayWithWhatItHasWhenARecordCannotBeUsed() {
        publish(rule("a", "seoul"));
        record("rule:a", new byte[] {1, 2});
        record("rule:a", Topics.RULES.valueSerde().write(rule("a", "seoul AND (")));
        record("rule:a", Topics.RULES.valueSerde().write(rule("b", "tokyo")));
        publish(rule("c", "busan"));
        reader.turn();

        assertThat(live.rules()).extracting(Rule::keywords).containsExactly("seoul", "busan");
    }

    @Test
    void shouldTakeTheTimeOfAnOldRecordForWhenTheRuleWasPut() {
        publish(rule("a", "seoul"));
        reader.turn();

        assertThat(live.rules()).extracting(Rule::changedAt).containsExactly(T0);
    }

    @Test
    void shouldTellOnceAllThatWasThereIsRead() {
        CompletableFuture<Void> done = reader.caughtUp();
        topic.updateEndOffsets(Map.of(PARTITION, 2L));
        topic.schedulePollTask(() -> publish(rule("a", "seoul")));
        topic.schedulePollTask(() -> assertThat(done).isNotDone());
        topic.schedulePollTask(() -> publish(rule("b", "tokyo")));
        reader.turn();

        assertThat(done).isCompleted();
        assertThat(live.rules()).hasSize(2);
    }

    @Test
    void shouldTellThoseWhoWaitThatItHasEnded() {
        CompletableFuture<Void> done = reader.caughtUp();

        reader.close();

        assertThat(done).isCompletedExceptionally();
    }

    private static Rule rule(String id, String keywords) {
        Rule one = book("- {id: " + id + ", desk: asia, keywords: x}").rules().getFirst();
        return new Rule(
                one.id(), one.desk(), "", 1, keywords, one.countries(), null, null, null, null, null, null, null);
    }

    private void publish(RuleRecord record) {
        record(record.key(), Topics.RULES.valueSerde().write(record));
    }

    private void record(String key, byte[] value) {
        topic.addRecord(new ConsumerRecord<>(
                PARTITION.topic(),
                0,
                offset++,
                T0.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                new RecordHeaders(),
                Optional.empty()));
    }
}
