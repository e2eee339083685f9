package io.dyadwire.ingest.publish;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * As much of a broker as ingest needs: Kafka's own mock clients, and the records that were committed through them. Its
 * group has one member, which gets all partitions. It outlives its clients, so that a restart finds what was there.
 */
public final class MemoryKafka {
    private static final int PARTITIONS = Topics.FEEDS.partitions();

    private final List<ProducerRecord<String, byte[]>> committed = new ArrayList<>();
    private final Map<Integer, MockProducer<String, byte[]>> producers = new HashMap<>();
    private volatile boolean away;
    private volatile boolean nameTaken;
    private @Nullable RuntimeException nextCommit;
    private boolean nextWentThrough;
    private int opened;

    public Connections connections() {
        return new Connections(this::newProducer, this::newReader, Member::new, this::prepare);
    }

    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    /** The next commit fails: after it went through, or before. */
    public synchronized void loseAnswerOfNextCommit(boolean wentThrough) {
        nextCommit = new TimeoutException("no answer to the commit");
        nextWentThrough = wentThrough;
    }

    public synchronized void failNextCommit(RuntimeException failure) {
        nextCommit = failure;
        nextWentThrough = false;
    }

    /** Somebody opened all that is open now. */
    public synchronized void fence() {
        producers.values().forEach(MockProducer::fenceProducer);
    }

    /** Another instance of the same name joins the group. */
    public void takeName() {
        nameTaken = true;
    }

    public synchronized int timesOpened() {
        return opened;
    }

    public synchronized List<Article> articles() {
        return values(Topics.ARTICLES);
    }

    public synchronized List<FeedState> states() {
        return values(Topics.FEEDS);
    }

    public synchronized List<FeedSource> sources() {
        return values(Topics.FEED_SOURCES);
    }

    public synchronized List<ProducerRecord<String, byte[]>> committed() {
        return List.copyOf(committed);
    }

    private <V> List<V> values(Topic<V> topic) {
        return committed.stream()
                .filter(record -> record.topic().equals(topic.name()) && record.value() != null)
                .map(record -> topic.valueSerde().read(record.value()))
                .toList();
    }

    /** Something else writes to a topic of ours. */
    public synchronized void write(ProducerRecord<String, byte[]> record) {
        committed.add(record);
    }

    /** Somebody wants this feed. */
    public void want(FeedSource source) {
        write(new ProducerRecord<>(
                Topics.FEED_SOURCES.name(),
                source.feedId(),
                Topics.FEED_SOURCES.valueSerde().write(source)));
    }

    /** Nobody wants this feed any more. */
    public void unwant(String feedId) {
        var tombstone = Topics.FEED_SOURCES.tombstone(feedId, Instant.EPOCH);
        write(new ProducerRecord<>(tombstone.topic(), tombstone.key(), null));
    }

    private void prepare() {
        if (away) {
            throw new KafkaException("no broker");
        }
    }

    private synchronized Producer<String, byte[]> newProducer(int partition) {
        prepare();
        opened++;
        MockProducer<String, byte[]> producer = new CommittingProducer();
        producers.put(partition, producer);
        return producer;
    }

    private synchronized void keep(List<ProducerRecord<String, byte[]>> records) {
        committed.addAll(records);
    }

    private synchronized @Nullable RuntimeException failureOf(List<ProducerRecord<String, byte[]>> records) {
        RuntimeException failure = away ? new TimeoutException("no broker") : nextCommit;
        if (nextCommit != null && nextWentThrough) {
            committed.addAll(records);
        }
        nextCommit = null;
        nextWentThrough = false;
        return failure;
    }

    private final class CommittingProducer extends MockProducer<String, byte[]> {
        private CommittingProducer() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public void commitTransaction() {
            List<ProducerRecord<String, byte[]>> records = List.copyOf(uncommittedRecords());
            if (!closed()) {
                commitTransactionException = failureOf(records);
            }
            super.commitTransaction();
            keep(records);
        }
    }

    private synchronized List<ConsumerRecord<String, byte[]>> records(Topic<?> topic) {
        int[] offsets = new int[PARTITIONS];
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        committed.stream().filter(record -> record.topic().equals(topic.name())).forEach(record -> {
            int partition = topic.partitionOf(record.key());
            records.add(
                    new ConsumerRecord<>(topic.name(), partition, offsets[partition]++, record.key(), record.value()));
        });
        return records;
    }

    private static Map<TopicPartition, Long> ends(Topic<?> topic, List<ConsumerRecord<String, byte[]>> records) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        partitions(topic).forEach(partition -> ends.put(partition, 0L));
        records.forEach(
                record -> ends.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1));
        return ends;
    }

    private static List<TopicPartition> partitions(Topic<?> topic) {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
    }

    private Consumer<String, byte[]> newReader() {
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        List<ConsumerRecord<String, byte[]>> feeds = records(Topics.FEEDS);
        Map<TopicPartition, Long> ends = ends(Topics.FEEDS, feeds);
        ends.keySet().forEach(partition -> consumer.updateBeginningOffsets(Map.of(partition, 0L)));
        consumer.updateEndOffsets(ends);
        consumer.schedulePollTask(() -> feeds.stream()
                .filter(record ->
                        consumer.assignment().contains(new TopicPartition(record.topic(), record.partition())))
                .forEach(consumer::addRecord));
        return consumer;
    }

    /** The only member of its group. */
    private final class Member extends MockConsumer<String, byte[]> {
        private int delivered;

        private Member() {
            super("earliest");
        }

        @Override
        public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
            if (nameTaken) {
                throw new FencedInstanceIdException("another one has this name");
            }
            List<ConsumerRecord<String, byte[]>> records = records(Topics.FEED_SOURCES);
            if (assignment().isEmpty() && !away) {
                updateBeginningOffsets(ends(Topics.FEED_SOURCES, List.of()));
                updateEndOffsets(ends(Topics.FEED_SOURCES, records));
                rebalance(partitions(Topics.FEED_SOURCES));
            } else if (shouldRebalance() && !away) {
                resetShouldRebalance();
                rebalance(assignment());
            }
            if (!assignment().isEmpty()) {
                records.subList(delivered, records.size()).forEach(this::addRecord);
                delivered = records.size();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            return super.poll(timeout);
        }
    }
}
