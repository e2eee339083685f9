package io.dyadwire.alerts.delivery;

import io.dyadwire.alerts.notify.ConsumerSettings;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads an alert again from its desk's topic, so that what waits for days need not be kept in memory. Reads on one thread of its
 * own, since a consumer waits inside locks; those that come behind it come with it. Whatever desk was asked about stays with
 * the consumer, held back: to be told again where its topic is takes much longer than to read it.
 */
final class AlertSource implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int AT_ONCE = 100;
    private static final int DESKS = 50;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("alert-source").factory());
    private final Supplier<Consumer<String, byte[]>> opening;
    private @Nullable Consumer<String, byte[]> consumer;
    private final Set<TopicPartition> assigned = new HashSet<>();
    private final Map<TopicPartition, Map<Long, Alert>> cached = new LinkedHashMap<>();

    AlertSource(Supplier<Consumer<String, byte[]>> opening) {
        this.opening = opening;
    }

    static AlertSource of(Map<String, Object> kafka, String clientId) {
        Map<String, Object> settings = ConsumerSettings.ungrouped(kafka, clientId);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE);
        return new AlertSource(
                () -> new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()));
    }

    /**
     * The alert there; null when it has left the topic or cannot be read.
     *
     * @throws KafkaException when the brokers do not give it
     */
    @Nullable
    Alert at(DeskId desk, long offset) throws InterruptedException {
        try {
            return thread.submit(() -> find(desk, offset)).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        }
    }

    private @Nullable Alert find(DeskId desk, long offset) {
        TopicPartition partition = new TopicPartition(Topics.alertsOf(desk).name(), 0);
        Map<Long, Alert> near = cached.getOrDefault(partition, Map.of());
        return near.containsKey(offset)
                ? near.get(offset)
                : read(partition, offset).get(offset);
    }

    /** What is there and behind it. */
    private Map<Long, Alert> read(TopicPartition partition, long offset) {
        Consumer<String, byte[]> from = consumer == null ? opening.get() : consumer;
        consumer = from;
        if (assigned.add(partition)) {
            from.assign(assigned);
        }
        from.pause(assigned);
        from.resume(Set.of(partition));
        from.seek(partition, offset);
        Map<Long, Alert> found = new HashMap<>();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (from.position(partition) <= offset) {
            if (System.nanoTime() >= until) {
                throw new TimeoutException("the alert at " + offset + " of " + partition + " did not come");
            }
            from.poll(POLL).forEach(record -> keep(record, found));
        }
        cached.remove(partition);
        cached.put(partition, found);
        if (cached.size() > DESKS) {
            cached.remove(cached.keySet().iterator().next());
        }
        return found;
    }

    private static void keep(ConsumerRecord<String, byte[]> record, Map<Long, Alert> found) {
        try {
            found.put(record.offset(), Topics.ALERTS.valueSerde().read(record.value()));
        } catch (SerializationException e) {
            // Whoever asks for it is told that it is not there.
            found.remove(record.offset());
        }
    }

    @Override
    public void close() {
        thread.execute(() -> {
            if (consumer != null) {
                consumer.close();
            }
        });
        thread.shutdown();
    }
}
