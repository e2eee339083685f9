package io.dyadwire.alerts.live;

import io.dyadwire.alerts.notify.Channel;
import io.dyadwire.alerts.notify.WholeTopics;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.json.JsonSerde;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleRecord;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps {@link LiveRules} at the end of {@code news.rules}. A record that is no rule or silence is logged and left out: what
 * was there stays.
 */
public final class RuleReader implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger(RuleReader.class);
    private static final Duration WAIT = Duration.ofMillis(100);

    private final Consumer<String, byte[]> consumer;
    private final LiveRules live;
    private final JsonSerde<RuleRecord> json = Topics.RULES.valueSerde();
    private final WholeTopics whole;
    private final ConcurrentLinkedQueue<CompletableFuture<Void>> waiting = new ConcurrentLinkedQueue<>();

    /** @param consumer reads committed records, without a group; becomes its own */
    public RuleReader(Consumer<String, byte[]> consumer, LiveRules live) {
        this.consumer = consumer;
        this.live = live;
        this.whole = new WholeTopics(consumer, Topics.RULES);
    }

    /** Is done once everything was read that is on the topic at some moment after this call; fails when reading has ended. */
    public CompletableFuture<Void> caughtUp() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        waiting.add(done);
        return done;
    }

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public boolean turn() {
        int asked = waiting.size();
        Map<TopicPartition, Long> ends = asked == 0 ? Map.of() : whole.ends();
        do {
            consumer.poll(WAIT).forEach(this::take);
        } while (!whole.reached(ends));
        for (int i = 0; i < asked; i++) {
            waiting.remove().complete(null);
        }
        return true;
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            live.remove(record.key(), Instant.ofEpochMilli(record.timestamp()));
            return;
        }
        try {
            RuleRecord value = json.read(record.value());
            Check.that(value.key().equals(record.key()), () -> "the key is not " + value.key());
            live.put(dated(value, Instant.ofEpochMilli(record.timestamp())));
        } catch (KafkaException | IllegalArgumentException e) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("key", record.key())
                    .addKeyValue("reason", e.getMessage())
                    .log("not a rule that can be used, left out; what was there before stays");
        }
    }

    /** Records of before say nothing of when they were put there; their own time does. */
    private static RuleRecord dated(RuleRecord record, Instant at) {
        return record instanceof Rule rule && rule.changedAt() == null
                ? rule.put(rule.version(), rule.origin(), rule.changedBy(), at)
                : record;
    }

    @Override
    public void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
        waiting.forEach(one -> one.completeExceptionally(new KafkaException("the rules are no longer followed")));
    }
}
