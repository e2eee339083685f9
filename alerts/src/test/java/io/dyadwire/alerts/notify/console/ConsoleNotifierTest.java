package io.dyadwire.alerts.notify.console;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.Samples.book;
import static io.dyadwire.alerts.Samples.tagged;
import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.alerts.match.RuleMatcher;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertArticle;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.alert.AlertRule;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ConsoleNotifierTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.ALERTS.name(), 0);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    private final List<String> printed = new ArrayList<>();

    @Test
    void shouldPrintInOrderOfTimeSkipWhatIsNoneAndCommit() {
        ConsoleNotifier notifier = new ConsoleNotifier(consumer, new AlertPrinter(false), printed::add);
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.rebalance(List.of(PARTITION));
        add(0, Topics.ALERTS.valueSerde().write(alert("later", T0.plusSeconds(60))));
        add(1, new byte[] {1});
        add(2, Topics.ALERTS.valueSerde().write(alert("earlier", T0)));

        assertThat(notifier.turn()).isTrue();

        assertThat(printed).filteredOn(line -> line.startsWith("MATCH")).hasSize(2);
        assertThat(printed.getFirst()).endsWith("14 Aug 2019 03:00 UTC");
        assertThat(printed.getLast()).isEmpty();
        assertThat(consumer.committed(Set.of(PARTITION)).get(PARTITION).offset())
                .isEqualTo(3);
    }

    private void add(long offset, byte[] value) {
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, offset, "key", value));
    }

    private static Alert alert(String name, Instant at) {
        var match = new RuleMatcher(book("- {id: pact, desk: asia, keywords: pact}\n"))
                .match(tagged("one"))
                .getFirst();
        Rule rule = match.rule();
        return new Alert(
                AlertId.of(name),
                AlertType.MATCH,
                rule.desk(),
                new AlertRule(rule.id(), rule.name(), 1),
                at,
                "It matches.",
                AlertArticle.of(tagged("one").article()),
                List.of(),
                List.of(),
                List.of(),
                match.evidence(),
                List.of());
    }
}
