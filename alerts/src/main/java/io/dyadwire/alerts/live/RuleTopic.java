package io.dyadwire.alerts.live;

import io.dyadwire.alerts.notify.ConsumerSettings;
import io.dyadwire.alerts.notify.ProducerSettings;
import io.dyadwire.contract.json.JsonSerde;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.RuleRecord;
import io.dyadwire.contract.topic.TopicSetup;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code news.rules} of one cluster: all that is on it, and a writer. Every method may throw Kafka's exceptions. */
public final class RuleTopic {
    private static final Logger LOG = LoggerFactory.getLogger(RuleTopic.class);
    private static final Duration WAIT = Duration.ofMillis(200);

    /** One for all writers of a cluster: whoever begins to write takes it from whoever had it. */
    private static final String TRANSACTIONS = "dyadwire-rules";

    /** A writer that died in the middle keeps readers waiting no longer than this. */
    private static final int TRANSACTION_TIMEOUT_MS = 10_000;

    private static final JsonSerde<RuleRecord> JSON = Topics.RULES.valueSerde();

    private final Map<String, Object> kafka;
    private final String client;

    /**
     * Reaches for nothing yet.
     *
     * @param kafka where the cluster is and how to log on to it: settings of Kafka clients
     * @param client what we are called in the broker's log
     */
    public RuleTopic(Map<String, Object> kafka, String client) {
        this.kafka = Map.copyOf(kafka);
        this.client = client;
    }

    /** Makes sure that the topic is there, so that rules may be put before the alerts service ran for the first time. */
    public void ensure() throws InterruptedException {
        try (Admin admin = Admin.create(kafka)) {
            new TopicSetup(admin, false).ensure(List.of(Topics.RULES));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafkas ? kafkas : new KafkaException(e.getCause());
        }
    }

    /** Every rule and silence as it stands, by key. What cannot be read is as if it were not there. */
    public Map<String, RuleRecord> read() {
        try (Consumer<String, byte[]> reader = reader()) {
            return read(reader);
        }
    }

    /** The rules among these records. */
    public static List<Rule> rules(Map<String, RuleRecord> records) {
        return records.values().stream()
                .filter(Rule.class::isInstance)
                .map(Rule.class::cast)
                .toList();
    }

    /** A consumer of it that is told what to read. */
    public Consumer<String, byte[]> reader() {
        return new KafkaConsumer<>(
                ConsumerSettings.ungrouped(kafka, client),
                Topics.RULES.keySerde().deserializer(),
                new ByteArrayDeserializer());
    }

    /** A writer that reads all of it before each change. */
    public RuleWriter writer() {
        return writer(this::read);
    }

    /** A writer for one who knows what is on it: {@code there} gives all that was committed before it is called. */
    public RuleWriter writer(Supplier<Map<String, RuleRecord>> there) {
        return new RuleWriter(this::producer, there);
    }

    private Producer<String, RuleRecord> producer() {
        Map<String, Object> settings = ProducerSettings.of(kafka, client);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONS);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        return new KafkaProducer<>(settings, Topics.RULES.keySerde().serializer(), JSON.serializer());
    }

    /**
     * What of a rule's versions is still there, oldest first. The topic is compacted: the newest is there, older ones may be.
     * What cannot be read is left out.
     */
    public List<RuleVersion> history(RuleId id) {
        try (Consumer<String, byte[]> reader = reader()) {
            return history(reader, Rule.KEY + id);
        }
    }

    static List<RuleVersion> history(Consumer<String, byte[]> reader, String key) {
        List<RuleVersion> versions = new ArrayList<>();
        all(reader, record -> {
            if (record.key().equals(key)) {
                Map<String, RuleRecord> one = new HashMap<>();
                put(record, one);
                Instant at = Instant.ofEpochMilli(record.timestamp());
                if (record.value() == null) {
                    versions.add(new RuleVersion(at, null));
                } else if (one.get(key) instanceof Rule rule) {
                    versions.add(new RuleVersion(Objects.requireNonNullElse(rule.changedAt(), at), rule));
                }
            }
        });
        return versions;
    }

    static Map<String, RuleRecord> read(Consumer<String, byte[]> reader) {
        Map<String, RuleRecord> records = new HashMap<>();
        all(reader, record -> put(record, records));
        return records;
    }

    private static void all(
            Consumer<String, byte[]> reader, java.util.function.Consumer<ConsumerRecord<String, byte[]>> taker) {
        List<TopicPartition> partitions = reader.partitionsFor(Topics.RULES.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
            reader.poll(WAIT).forEach(taker);
        }
    }

    private static void put(ConsumerRecord<String, byte[]> record, Map<String, RuleRecord> records) {
        records.remove(record.key());
        if (record.value() == null) {
            return;
        }
        try {
            RuleRecord value = JSON.read(record.value());
            if (value.key().equals(record.key())) {
                records.put(record.key(), value);
            }
        } catch (SerializationException e) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", e.getMessage())
                    .log("not a rule, ignored");
        }
    }
}
