package io.dyadwire.alerts.told;

import io.dyadwire.alerts.notify.Channel;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an {@link AlertView} at the end of the topics of all desks: the last of each at the start, no group, so that each of
 * several instances has them.
 */
public final class AlertReader implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger(AlertReader.class);
    private static final Duration WAIT = Duration.ofMillis(100);
    private static final int LEAST = 500;

    private final Consumer<String, byte[]> consumer;
    private final AlertView view;
    private final Map<TopicPartition, DeskId> desks = new LinkedHashMap<>();
    private @Nullable Map<TopicPartition, Long> ends;

    /** @param consumer reads committed records, without a group; becomes its own */
    public AlertReader(Consumer<String, byte[]> consumer, Collection<DeskId> desks, AlertView view) {
        this.consumer = consumer;
        this.view = view;
        desks.forEach(desk -> this.desks.put(partition(desk), desk));
        consumer.assign(this.desks.keySet());
    }

    /** Where the alerts of this desk are. */
    static TopicPartition partition(DeskId desk) {
        return new TopicPartition(Topics.alertsOf(desk).name(), 0);
    }

    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public boolean turn() {
        if (ends == null) {
            ends = begin();
        }
        consumer.poll(WAIT).forEach(this::take);
        desks.forEach((partition, desk) -> view.reached(desk, consumer.position(partition)));
        if (!view.isComplete() && reached(ends)) {
            view.complete();
        }
        return true;
    }

    /** Goes to the last of each desk, as many as the view has room for when all have as many. */
    private Map<TopicPartition, Long> begin() {
        Map<TopicPartition, Long> ending = consumer.endOffsets(desks.keySet());
        Map<TopicPartition, Long> beginning = consumer.beginningOffsets(desks.keySet());
        long each = Math.max(LEAST, AlertView.MOST / Math.max(1, desks.size()));
        desks.forEach((partition, desk) -> {
            long start = Math.max(beginning.get(partition), ending.get(partition) - each);
            consumer.seek(partition, start);
            view.begin(desk, start);
        });
        return ending;
    }

    private boolean reached(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            Told told = Told.of(record);
            DeskId desk = desks.get(new TopicPartition(record.topic(), record.partition()));
            Check.that(told.moment().desk().equals(desk), "the alert of another desk");
            view.put(told);
        } catch (SerializationException | IllegalArgumentException e) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", e.getMessage())
                    .log("not an alert, left out");
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
