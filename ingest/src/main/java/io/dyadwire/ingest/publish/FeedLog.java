package io.dyadwire.ingest.publish;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.ingest.source.SourceChanges;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * A partition of the feeds as Kafka has it. Opening fences whoever wrote it before us under the same transactional id,
 * ends what that one left open, and then reads {@code news.feeds} to its end, so what is read is the whole truth. Not
 * thread-safe.
 */
final class FeedLog implements AutoCloseable {
    /** Key, headers and framing of a record, at most. */
    private static final int OVERHEAD = 16 * 1024;

    private final int partition;
    private final Supplier<Producer<String, byte[]>> producers;
    private final Supplier<Consumer<String, byte[]>> readers;
    private volatile @Nullable Producer<String, byte[]> producer;

    FeedLog(int partition, Supplier<Producer<String, byte[]>> producers, Supplier<Consumer<String, byte[]>> readers) {
        this.partition = partition;
        this.producers = producers;
        this.readers = readers;
    }

    /** Everything that was ever committed. */
    List<FeedState> open() throws BrokerTrouble {
        close();
        try {
            Producer<String, byte[]> fresh = producers.get();
            producer = fresh;
            fresh.initTransactions();
            try (Consumer<String, byte[]> consumer = readers.get()) {
                return FeedTopicReader.read(consumer, partition);
            }
        } catch (KafkaException e) {
            throw BrokerTrouble.of("opening", e);
        }
    }

    /** Writes all or nothing. After trouble it is not known which: open again. */
    void commit(List<Article> articles, FeedState state) throws BrokerTrouble {
        // Made before anything is begun: what cannot be written as JSON is a mistake of ours, no trouble of Kafka's.
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        articles.forEach(article -> records.add(bytes(Topics.ARTICLES, null, article, article.fetchedAt())));
        Instant at = state.lastPollAt() == null ? state.nextPollAt() : state.lastPollAt();
        records.add(bytes(Topics.FEEDS, partition, state, at));
        write(records);
    }

    /** Changes what is wanted, and forgets the states of these feeds; all or nothing, as above. */
    void define(SourceChanges changes, Collection<String> forgotten, Instant at) throws BrokerTrouble {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        changes.changed().forEach(source -> records.add(bytes(Topics.FEED_SOURCES, partition, source, at)));
        changes.gone().forEach(feedId -> records.add(tombstone(Topics.FEED_SOURCES, feedId, at)));
        forgotten.forEach(feedId -> records.add(tombstone(Topics.FEEDS, feedId, at)));
        write(records);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails when a send did
    private void write(List<ProducerRecord<String, byte[]>> records) throws BrokerTrouble {
        Producer<String, byte[]> open = producer;
        if (open == null) {
            throw BrokerTrouble.of("writing", new KafkaException("closed"));
        }
        try {
            open.beginTransaction();
            records.forEach(open::send);
            open.commitTransaction();
        } catch (KafkaException | IllegalStateException e) {
            throw BrokerTrouble.of("writing", e);
        }
    }

    private ProducerRecord<String, byte[]> tombstone(Topic<?> topic, String key, Instant at) {
        ProducerRecord<String, ?> typed = topic.tombstone(key, at);
        return new ProducerRecord<>(typed.topic(), partition, typed.timestamp(), typed.key(), null, typed.headers());
    }

    private static <V> ProducerRecord<String, byte[]> bytes(
            Topic<V> topic, @Nullable Integer partition, V value, Instant at) {
        ProducerRecord<String, V> typed = topic.record(value, at);
        byte[] json = topic.valueSerde().write(value);
        Check.that(
                json.length <= Topics.MAX_RECORD_BYTES - OVERHEAD,
                topic.name() + " " + typed.key() + ": " + json.length + " bytes are too many for a record");
        return new ProducerRecord<>(typed.topic(), partition, typed.timestamp(), typed.key(), json, typed.headers());
    }

    /** Without waiting: what is not committed is to be thrown away. */
    @Override
    public void close() {
        Producer<String, byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }
}
