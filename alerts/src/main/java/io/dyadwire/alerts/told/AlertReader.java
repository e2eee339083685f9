package io.dyadwire.alerts.told;

import io.dyadwire.alerts.notify.Channel;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
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
    private final Supplier<? extends Collection<DeskId>> asked;
    private final Map<TopicPartition, DeskId> desks = new LinkedHashMap<>();
    private @Nullable Map<TopicPartition, Long> ends;

    /**
     * Reads nothing yet.
     *
     * @param consumer reads committed records, without a group; becomes its own
     * @param desks those whose alerts are read, asked at each turn
     */
    public AlertReader(
            Consumer<String, byte[]> consumer, Supplier<? extends Collection<DeskId>> desks, AlertView view) {
        this.consumer = consumer;
        this.view = view;
        this.asked = desks;
        follow(Set.copyOf(desks.get()));
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
        Map<TopicPartition, DeskId> fresh = ends == null ? desks : follow(Set.copyOf(asked.get()));
        if (!fresh.isEmpty()) {
            Map<TopicPartition, Long> some = begin(fresh);
            ends = ends == null ? some : ends;
        }
        consumer.poll(WAIT).forEach(this::take);
        desks.forEach((partition, desk) -> view.reached(desk, consumer.position(partition)));
        if (!view.isComplete() && reached(Objects.requireNonNull(ends))) {
            view.complete();
        }
        return true;
    }

    /** Reads these from now on; gives those that were not read before. */
    private Map<TopicPartition, DeskId> follow(Set<DeskId> all) {
        Map<TopicPartition, DeskId> fresh = new LinkedHashMap<>();
        all.stream().filter(desk -> !desks.containsValue(desk)).forEach(desk -> fresh.put(partition(desk), desk));
        if (desks.values().retainAll(all) || !fresh.isEmpty()) {
            desks.putAll(fresh);
            consumer.assign(desks.keySet());
        }
        return fresh;
    }

    /** Goes to the last of each desk, as many as the view has room for when all have as many. */
    private Map<TopicPartition, Long> begin(Map<TopicPartition, DeskId> fresh) {
        Map<TopicPartition, Long> ending = consumer.endOffsets(fresh.keySet());
        Map<TopicPartition, Long> beginning = consumer.beginningOffsets(fresh.keySet());
        long each = Math.max(LEAST, AlertView.MOST / Math.max(1, desks.size()));
        fresh.forEach((partition, desk) -> {
            long start = Math.max(beginning.get(partition), ending.get(partition) - each);
            consumer.seek(partition, start);
            view.begin(desk, start);
        });
        return ending;
    }

    private boolean reached(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream()
                .allMatch(end -> !desks.containsKey(end.getKey()) || consumer.position(end.getKey()) >= end.getValue());
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
