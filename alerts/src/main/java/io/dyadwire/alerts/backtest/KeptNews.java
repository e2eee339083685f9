package io.dyadwire.alerts.backtest;

import io.dyadwire.alerts.notify.ConsumerSettings;
import io.dyadwire.contract.json.JsonSerde;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * What {@code news.tagged} keeps from some time on, up to its end when reading begins, in the order of the records' time over all
 * partitions. Of each partition about {@value #AHEAD} records are held, however many there are. What is no tagged article is
 * left out.
 */
public final class KeptNews implements ArticleSource {
    private static final int AHEAD = 200;
    private static final Duration WAIT = Duration.ofMillis(200);

    /** Looks that bring nothing, 30 seconds in all: Kafka is gone. */
    private static final int MOST_EMPTY = 150;

    private final Consumer<byte[], byte[]> consumer;
    private final Instant since;
    private final JsonSerde<TaggedArticle> json = Topics.TAGGED.valueSerde();

    /** One partition, of which so much is read ahead. */
    private static final class Row {
        private final TopicPartition partition;
        private final long start;
        private final long end;
        private final Deque<ConsumerRecord<byte[], byte[]>> ahead = new ArrayDeque<>();

        private Row(TopicPartition partition, long start, long end) {
            this.partition = partition;
            this.start = Math.min(start, end);
            this.end = end;
        }

        private @Nullable ConsumerRecord<byte[], byte[]> first() {
            return ahead.peekFirst();
        }
    }

    /**
     * Reads nothing yet.
     *
     * @param kafka where the cluster is and how to log on to it: settings of Kafka clients
     * @param client what we are called in the broker's log
     */
    public static KeptNews open(Map<String, Object> kafka, String client, Instant since) {
        Map<String, Object> settings = ConsumerSettings.ungrouped(kafka, client);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AHEAD);
        return new KeptNews(
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()), since);
    }

    /** @param consumer of committed records, without a group; becomes its own */
    KeptNews(Consumer<byte[], byte[]> consumer, Instant since) {
        this.consumer = consumer;
        this.since = since;
    }

    @Override
    public void read(Reader reader) {
        List<Row> rows = rows();
        long of = rows.stream().mapToLong(row -> row.end - row.start).sum();
        while (true) {
            fill(rows);
            Optional<Row> next = rows.stream()
                    .filter(row -> row.first() != null)
                    .min(Comparator.comparingLong(row -> row.ahead.getFirst().timestamp()));
            if (next.isEmpty()) {
                return;
            }
            ConsumerRecord<byte[], byte[]> record = next.get().ahead.removeFirst();
            TaggedArticle tagged = record.timestamp() < since.toEpochMilli() ? null : tagged(record.value());
            if (tagged != null) {
                Instant at = Instant.ofEpochMilli(Math.max(0, record.timestamp()));
                if (!reader.take(new Step(tagged, at, Math.min(of, read(rows)), of))) {
                    return;
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** Where each begins: not after the first of this time, but before it where a marker of a transaction is of a later time. */
    private List<Row> rows() {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.TAGGED.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, since.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(wanted);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<Row> rows = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            long end = ends.get(partition);
            OffsetAndTimestamp start = starts.get(partition);
            Row row = new Row(partition, start == null ? end : start.offset(), end);
            consumer.seek(partition, row.start);
            rows.add(row);
        }
        return rows;
    }

    /** Until of each partition the next record is known, or that there is none. */
    private void fill(List<Row> rows) {
        int empty = 0;
        while (rows.stream().anyMatch(row -> row.first() == null && consumer.position(row.partition) < row.end)) {
            for (Row row : rows) {
                boolean enough = row.ahead.size() >= AHEAD || consumer.position(row.partition) >= row.end;
                if (enough) {
                    consumer.pause(List.of(row.partition));
                } else {
                    consumer.resume(List.of(row.partition));
                }
            }
            var some = consumer.poll(WAIT);
            empty = some.isEmpty() ? empty + 1 : 0;
            if (empty > MOST_EMPTY) {
                throw new TimeoutException(Topics.TAGGED.name() + " gives nothing more, and is not at its end");
            }
            for (Row row : rows) {
                some.records(row.partition).stream()
                        .filter(record -> record.offset() < row.end)
                        .forEach(row.ahead::addLast);
            }
        }
    }

    private static long read(List<Row> rows) {
        return rows.stream()
                .mapToLong(row ->
                        (row.first() == null ? row.end : row.ahead.getFirst().offset()) - row.start)
                .sum();
    }

    private @Nullable TaggedArticle tagged(byte @Nullable [] value) {
        try {
            return value == null ? null : json.read(value);
        } catch (SerializationException e) {
            return null;
        }
    }
}
