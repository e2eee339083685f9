package io.dyadwire.alerts.view;

import io.dyadwire.alerts.notify.Channel;
import io.dyadwire.alerts.notify.WholeTopics;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.json.JsonSerde;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a {@link DeadlineView} at the end of {@code news.deadlines}. */
public final class DeadlineReader implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineReader.class);
    private static final Duration WAIT = Duration.ofMillis(200);

    private final Consumer<String, byte[]> consumer;
    private final DeadlineView view;
    private final JsonSerde<Deadline> json = Topics.DEADLINES.valueSerde();
    private final WholeTopics whole;
    private @Nullable Map<TopicPartition, Long> ends;

    /** @param consumer reads committed records, without a group; becomes its own */
    public DeadlineReader(Consumer<String, byte[]> consumer, DeadlineView view) {
        this.consumer = consumer;
        this.view = view;
        this.whole = new WholeTopics(consumer, Topics.DEADLINES);
    }

    @Override
    public String name() {
        return "deadlines";
    }

    @Override
    public boolean turn() {
        if (ends == null) {
            ends = whole.ends();
        }
        boolean more = view.followRules();
        consumer.poll(more ? Duration.ZERO : WAIT).forEach(this::take);
        if (!view.isComplete() && whole.reached(ends)) {
            view.complete();
        }
        return true;
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            view.remove(record.key());
            return;
        }
        try {
            view.put(json.read(record.value()), record.value());
        } catch (SerializationException e) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", e.getMessage())
                    .log("not a deadline, left out");
        }
    }

    @Override
    public void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
