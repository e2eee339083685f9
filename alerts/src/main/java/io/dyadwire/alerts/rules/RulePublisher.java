package io.dyadwire.alerts.rules;

import io.dyadwire.contract.json.JsonSerde;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.RuleRecord;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings {@code news.rules} in line with a book: writes what is new or changed, deletes what is gone, no more. */
public final class RulePublisher {
    private static final Logger LOG = LoggerFactory.getLogger(RulePublisher.class);
    private static final Duration WAIT = Duration.ofMillis(200);

    private final Consumer<String, byte[]> reader;
    private final Producer<String, RuleRecord> writer;
    private final JsonSerde<RuleRecord> json = Topics.RULES.valueSerde();
    private final Map<RuleId, Instant> since = new HashMap<>();

    /**
     * A publisher on these two, which stay the caller's.
     *
     * @param reader without a group, subscribed to nothing
     */
    public RulePublisher(Consumer<String, byte[]> reader, Producer<String, RuleRecord> writer) {
        this.reader = reader;
        this.writer = writer;
    }

    /**
     * Publishes these rules.
     *
     * @param now the time of the records
     * @return the same book with the versions of its rules
     */
    public RuleBook publish(RuleBook book, Instant now) throws InterruptedException, ExecutionException {
        RuleChanges changes = RuleChanges.between(published(), book);
        List<Future<?>> written = new ArrayList<>();
        for (Rule rule : changes.changed()) {
            written.add(writer.send(Topics.RULES.record(rule, now)));
            since.put(rule.id(), now);
        }
        for (String key : changes.gone()) {
            written.add(writer.send(Topics.RULES.tombstone(key, now)));
        }
        writer.flush();
        for (Future<?> one : written) {
            one.get();
        }
        LOG.atInfo()
                .addKeyValue("rules", book.rules().size())
                .addKeyValue("changed", changes.changed().size())
                .addKeyValue("gone", changes.gone().size())
                .log("rules published");
        return changes.book();
    }

    /** When each rule was published as it is now; once {@link #publish} has returned. */
    public Map<RuleId, Instant> since() {
        return Map.copyOf(since);
    }

    /** The rules on the topic by their keys; silences and what cannot be read are left alone. */
    private Map<String, Rule> published() {
        List<TopicPartition> partitions = reader.partitionsFor(Topics.RULES.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
        Map<String, Rule> rules = new HashMap<>();
        while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
            reader.poll(WAIT).forEach(record -> put(record, rules));
        }
        return rules;
    }

    private void put(ConsumerRecord<String, byte[]> record, Map<String, Rule> rules) {
        try {
            RuleRecord value = json.deserializer().deserialize(record.topic(), record.value());
            if (value instanceof Rule rule && rule.key().equals(record.key())) {
                rules.put(record.key(), rule);
                since.put(rule.id(), Instant.ofEpochMilli(record.timestamp()));
            } else {
                rules.remove(record.key());
            }
        } catch (SerializationException e) {
            rules.remove(record.key());
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", e.getMessage())
                    .log("not a rule, ignored");
        }
    }
}
