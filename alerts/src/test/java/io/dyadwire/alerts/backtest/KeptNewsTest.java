package io.dyadwire.alerts.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.alerts.Samples;
import io.dyadwire.contract.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class KeptNewsTest {
    private static final String TOPIC = Topics.TAGGED.name();
    private static final Instant T0 = Samples.T0;

    /** Gives what is left of each partition at the first look, and begins where it is told. */
    private static final class Kept extends MockConsumer<byte[], byte[]> {
        private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> rows = new HashMap<>();

        private Kept(int partitions) {
            super("earliest");
            List<PartitionInfo> infos = new ArrayList<>();
            for (int i = 0; i < partitions; i++) {
                infos.add(new PartitionInfo(TOPIC, i, Node.noNode(), new Node[0], new Node[0]));
                rows.put(new TopicPartition(TOPIC, i), new ArrayList<>());
            }
            updatePartitions(TOPIC, infos);
        }

        private void add(int partition, int minute, byte[] value) {
            TopicPartition there = new TopicPartition(TOPIC, partition);
            List<ConsumerRecord<byte[], byte[]>> row = rows.get(there);
            row.add(new ConsumerRecord<>(
                    TOPIC,
                    partition,
                    row.size(),
                    T0.plusSeconds(minute * 60L).toEpochMilli(),
                    TimestampType.CREATE_TIME,
                    0,
                    value.length,
                    new byte[0],
                    value,
                    new RecordHeaders(),
                    Optional.empty()));
            updateEndOffsets(Map.of(there, (long) row.size()));
        }

        private void add(int partition, int minute, String title) {
            add(
                    partition,
                    minute,
                    Topics.TAGGED
                            .valueSerde()
                            .write(Samples.tagged(Samples.article(title, 1, title, T0), List.of(), null)));
        }

        @Override
        public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> wanted) {
            Map<TopicPartition, OffsetAndTimestamp> found = new HashMap<>();
            wanted.forEach((partition, time) -> {
                updateBeginningOffsets(Map.of(partition, 0L));
                updateEndOffsets(Map.of(partition, (long) rows.get(partition).size()));
                rows.get(partition).forEach(this::addRecord);
                rows.get(partition).stream()
                        .filter(record -> record.timestamp() >= time)
                        .findFirst()
                        // As for a marker of a transaction, which has the time of the broker.
                        .map(record -> Math.max(0, record.offset() - 1))
                        .ifPresent(offset -> found.put(partition, new OffsetAndTimestamp(offset, time)));
            });
            return found;
        }
    }

    @Test
    void shouldGiveWhatIsKeptInTheOrderOfTimeOverAllPartitions() {
        Kept kept = new Kept(3);
        kept.add(0, 0, "too-old");
        kept.add(0, 10, "one");
        kept.add(0, 40, "four");
        kept.add(1, 20, "two");
        kept.add(1, 30, "three");
        kept.add(1, 50, "five");

        List<String> read = new ArrayList<>();
        new KeptNews(kept, T0.plusSeconds(60)).read(step -> {
            read.add(step.tagged().article().title() + " " + step.read() + "/" + step.of());
            return true;
        });

        assertThat(read).containsExactly("one 2/6", "two 3/6", "three 4/6", "four 5/6", "five 6/6");
    }

    @Test
    void shouldLeaveOutWhatIsNoArticleAndStopWhenItIsEnough() {
        Kept kept = new Kept(1);
        kept.add(0, 0, "one");
        kept.add(0, 1, "{".getBytes(StandardCharsets.UTF_8));
        kept.add(0, 2, "two");
        kept.add(0, 3, "three");

        List<String> read = new ArrayList<>();
        new KeptNews(kept, T0).read(step -> {
            read.add(step.tagged().article().title());
            return read.size() < 2;
        });

        assertThat(read).containsExactly("one", "two");
    }
}
