package io.dyadwire.alerts.view;

import io.dyadwire.alerts.notify.Channel;
import io.dyadwire.alerts.notify.WholeTopics;
import io.dyadwire.contract.pair.PairActivity;
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

/** Keeps a {@link PairView} at the end of {@code news.pair-activity}. */
public final class PairReader implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger(PairReader.class);
    private static final Duration WAIT = Duration.ofMillis(500);

    private final Consumer<String, byte[]> consumer;
    private final PairView view;
    private final WholeTopics whole;
    private @Nullable Map<TopicPartition, Long> ends;

    /** @param consumer reads committed records, without a group; becomes its own */
    public PairReader(Consumer<String, byte[]> consumer, PairView view) {
        this.consumer = consumer;
        this.view = view;
        this.whole = new WholeTopics(consumer, Topics.PAIR_ACTIVITY);
    }

    @Override
    public String name() {
        return "pairs";
    }

    @Override
    public boolean turn() {
        if (ends == null) {
            ends = whole.ends();
        }
        consumer.poll(WAIT).forEach(this::take);
        if (!view.isComplete() && whole.reached(ends)) {
            view.complete();
        }
        return true;
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            PairActivity activity = Topics.PAIR_ACTIVITY.valueSerde().read(record.value());
            view.put(activity);
        } catch (SerializationException e) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", e.getMessage())
                    .log("not the activity of a pair, left out");
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
