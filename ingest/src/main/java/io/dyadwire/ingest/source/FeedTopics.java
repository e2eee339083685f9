package io.dyadwire.ingest.source;

import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.TopicSetup;
import io.dyadwire.contract.topic.Topics;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The feeds of a cluster, from outside of ingest: what is wanted, how it goes, and a way to change what is wanted. Every
 * method may throw a {@link KafkaException}.
 */
public final class FeedTopics {
    private final Map<String, Object> kafka;
    private final InstantSource clock;

    /** @param kafka client settings, {@code bootstrap.servers} at least */
    public FeedTopics(Map<String, Object> kafka, InstantSource clock) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "default.api.timeout.ms", "15000",
                "request.timeout.ms", "10000",
                "max.block.ms", "15000",
                "delivery.timeout.ms", "20000"));
        settings.putAll(kafka);
        this.kafka = Map.copyOf(settings);
        this.clock = clock;
    }

    /** Makes sure that the topics are there, so that feeds may be added before ingest ran for the first time. */
    public void ensure() throws InterruptedException {
        try (Admin admin = Admin.create(kafka)) {
            new TopicSetup(admin, false).ensure(List.of(Topics.FEED_SOURCES, Topics.FEEDS));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafkas ? kafkas : new KafkaException(e.getCause());
        }
    }

    /** Every feed that is wanted, by its id, in the order of ids. */
    public Map<String, FeedSource> sources() {
        return newest(Topics.FEED_SOURCES);
    }

    /** How every feed stands that was polled, by its id. */
    public Map<String, FeedState> states() {
        return newest(Topics.FEEDS);
    }

    /** Wants these feeds, or wants them otherwise; returns once Kafka has them. */
    public void put(Collection<FeedSource> sources) throws InterruptedException {
        write(sources.stream()
                .map(source -> {
                    var record = Topics.FEED_SOURCES.record(source, clock.instant());
                    byte[] json = Topics.FEED_SOURCES.valueSerde().write(source);
                    return new ProducerRecord<>(
                            record.topic(), null, record.timestamp(), record.key(), json, record.headers());
                })
                .toList());
    }

    /** Wants these feeds no longer; returns once Kafka knows. */
    public void remove(Collection<String> feedIds) throws InterruptedException {
        write(feedIds.stream()
                .map(feedId -> {
                    var record = Topics.FEED_SOURCES.tombstone(feedId, clock.instant());
                    return new ProducerRecord<String, byte[]>(
                            record.topic(), null, record.timestamp(), record.key(), null, record.headers());
                })
                .toList());
    }

    private void write(List<ProducerRecord<String, byte[]>> records) throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var sent = records.stream().map(producer::send).toList();
            producer.flush();
            for (var one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafkas ? kafkas : new KafkaException(e.getCause());
        }
    }

    private <V> Map<String, V> newest(Topic<V> topic) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", "false");
        settings.remove("group.id");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            Map<String, V> values = new TreeMap<>();
            NewestRecords.read(consumer, topic.name(), IntStream.range(0, topic.partitions()))
                    .forEach(record -> values.put(record.key(), value(topic, record)));
            return values;
        }
    }

    private static <V> V value(Topic<V> topic, ConsumerRecord<String, byte[]> record) {
        try {
            return topic.valueSerde().read(record.value());
        } catch (SerializationException e) {
            throw new KafkaException(topic.name() + " holds something else under the key " + record.key(), e);
        }
    }
}
