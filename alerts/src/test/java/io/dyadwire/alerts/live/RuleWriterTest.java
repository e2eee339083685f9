package io.dyadwire.alerts.live;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.Samples.book;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dyadwire.alerts.live.RuleWriter.Edit;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleRecord;
import io.dyadwire.contract.rule.Silence;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.Test;

class RuleWriterTest {
    private static final Rule RULE =
            book("- {id: a, desk: asia, keywords: seoul}").rules().getFirst();

    private final Map<String, RuleRecord> there = new HashMap<>();
    private final List<MockProducer<String, RuleRecord>> producers = new ArrayList<>();
    private int fenced;
    private final RuleWriter writer = new RuleWriter(this::producer, () -> Map.copyOf(there), 1);

    @Test
    void shouldWriteWhatIsDecidedInOneTransaction() throws Exception {
        writer.write(known -> new Edit(List.of(RULE), List.of("rule:gone")), T0);

        assertThat(producers).hasSize(1);
        assertThat(producers.getFirst().transactionCommitted()).isTrue();
        assertThat(producers.getFirst().history())
                .extracting(ProducerRecord::key, ProducerRecord::value)
                .containsExactly(tuple("rule:a", RULE), tuple("rule:gone", null));
        assertThat(producers.getFirst().closed()).isTrue();
    }

    @Test
    void shouldTakeSilencesOffThatEndedAWeekAgo() {
        Silence over = silence("over", T0.minus(Duration.ofDays(8)));
        Silence justOver = silence("just-over", T0.minus(Duration.ofDays(6)));
        Silence on = silence("on", T0.plus(Duration.ofDays(1)));

        Edit edit = Edit.ofEndedSilences(
                Map.of(over.key(), over, justOver.key(), justOver, on.key(), on, RULE.key(), RULE), T0);

        assertThat(edit.remove()).containsExactly("silence:over");
        assertThat(Edit.put(RULE).and(edit)).isEqualTo(new Edit(List.of(RULE), List.of("silence:over")));
    }

    private static Silence silence(String id, Instant until) {
        return new Silence(id, new DeskId("asia"), null, until.minusSeconds(60), until, "jun", null);
    }

    @Test
    void shouldDecideAnewByWhatIsThereWhenAnotherOneWroteInBetween() throws Exception {
        fenced = 1;
        List<Map<String, RuleRecord>> seen = new ArrayList<>();

        writer.write(
                known -> {
                    seen.add(known);
                    there.put("rule:other", RULE);
                    return Edit.put(RULE);
                },
                T0);

        assertThat(seen).containsExactly(Map.of(), Map.of("rule:other", RULE));
        assertThat(producers).hasSize(2);
        assertThat(producers.get(0).history()).isEmpty();
        assertThat(producers.get(1).history()).hasSize(1);
    }

    @Test
    void shouldGiveUpWhenOthersWriteAllTheTime() {
        fenced = 1000;

        assertThatThrownBy(() -> writer.write(known -> Edit.put(RULE), T0)).isInstanceOf(ProducerFencedException.class);
    }

    @Test
    void shouldWriteNothingWhenTheDecisionIsARefusal() {
        assertThatThrownBy(() -> writer.write(
                        known -> {
                            throw new IllegalStateException("no");
                        },
                        T0))
                .hasMessage("no");

        assertThat(producers.getFirst().history()).isEmpty();
        assertThat(producers.getFirst().closed()).isTrue();
    }

    private MockProducer<String, RuleRecord> producer() {
        MockProducer<String, RuleRecord> producer = new MockProducer<>(
                true,
                null,
                Topics.RULES.keySerde().serializer(),
                Topics.RULES.valueSerde().serializer());
        if (fenced-- > 0) {
            producer.commitTransactionException = new ProducerFencedException("another one writes");
        }
        producers.add(producer);
        return producer;
    }
}
