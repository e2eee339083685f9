package io.dyadwire.ingest.publish;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * As much of a broker as the publisher needs: Kafka's own mock clients, and the records that were committed through them.
 * It outlives publishers, so that a restart finds what was there.
 */
public final class MemoryKafka {
    private static final TopicPartition FEEDS = new TopicPartition(Topics.FEEDS.name(), 0);

    private final List<ProducerRecord<String, byte[]>> earlier = new ArrayList<>();
    private @Nullable MockProducer<String, byte[]> current;
    private volatile boolean away;
    private boolean lastWentThrough;
    private int opened;

    public Publisher publisher() {
        return new Publisher(new FeedLog(this::newProducer, this::newConsumer), () -> {}, Duration.ofMillis(5));
    }

    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    /** The next commit fails: after it went through, or before. */
    public synchronized void loseAnswerOfNextCommit(boolean wentThrough) {
        current().commitTransactionException = new TimeoutException("no answer to the commit");
        this.lastWentThrough = wentThrough;
    }

    public synchronized void fence() {
        current().fenceProducer();
    }

    public synchronized void failNextCommit(RuntimeException failure) {
        current().commitTransactionException = failure;
    }

    public synchronized int timesOpened() {
        return opened;
    }

    public synchronized List<Article> articles() {
        return committed().stream()
                .filter(record -> record.topic().equals(Topics.ARTICLES.name()))
                .map(record -> Topics.ARTICLES.valueSerde().read(record.value()))
                .toList();
    }

    public synchronized List<FeedState> states() {
        return committed().stream()
                .filter(record -> record.topic().equals(Topics.FEEDS.name()))
                .map(record -> Topics.FEEDS.valueSerde().read(record.value()))
                .toList();
    }

    public synchronized List<ProducerRecord<String, byte[]>> committed() {
        List<ProducerRecord<String, byte[]>> all = new ArrayList<>(earlier);
        if (current != null) {
            all.addAll(current.history());
        }
        return all;
    }

    /** Something else writes to a topic of ours. */
    public synchronized void write(ProducerRecord<String, byte[]> record) {
        earlier.add(record);
    }

    private MockProducer<String, byte[]> current() {
        if (current == null) {
            throw new IllegalStateException("nobody has opened a producer yet");
        }
        return current;
    }

    private synchronized Producer<String, byte[]> newProducer() {
        if (away) {
            throw new KafkaException("no broker");
        }
        if (current != null) {
            earlier.addAll(current.history());
            if (lastWentThrough) {
                // The mock holds it for uncommitted; the broker it stands for does not.
                earlier.addAll(current.uncommittedRecords());
                lastWentThrough = false;
            }
        }
        opened++;
        current = new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
            @Override
            public void commitTransaction() {
                if (away) {
                    throw new TimeoutException("no broker");
                }
                super.commitTransaction();
            }
        };
        return current;
    }

    private synchronized Consumer<String, byte[]> newConsumer() {
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        List<ProducerRecord<String, byte[]>> feeds = committed().stream()
                .filter(record -> record.topic().equals(Topics.FEEDS.name()))
                .toList();
        Node node = new Node(0, "memory", 9092);
        Node[] nodes = {node};
        consumer.updatePartitions(FEEDS.topic(), List.of(new PartitionInfo(FEEDS.topic(), 0, node, nodes, nodes)));
        consumer.updateBeginningOffsets(Map.of(FEEDS, 0L));
        consumer.updateEndOffsets(Map.of(FEEDS, (long) feeds.size()));
        consumer.schedulePollTask(() -> {
            for (int i = 0; i < feeds.size(); i++) {
                ProducerRecord<String, byte[]> record = feeds.get(i);
                consumer.addRecord(new ConsumerRecord<>(FEEDS.topic(), 0, i, record.key(), record.value()));
            }
        });
        return consumer;
    }
}
