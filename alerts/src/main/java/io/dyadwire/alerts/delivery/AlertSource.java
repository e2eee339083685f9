package io.dyadwire.alerts.delivery;

import io.dyadwire.alerts.notify.ConsumerSettings;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
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
 * own, since a consumer waits inside locks; those that stand beside it come with it.
 */
final class AlertSource implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("alert-source").factory());
    private final Supplier<Consumer<String, byte[]>> opening;
    private @Nullable Consumer<String, byte[]> consumer;
    private @Nullable DeskId cachedOf;
    private final Map<Long, Alert> cached = new HashMap<>();

    AlertSource(Supplier<Consumer<String, byte[]>> opening) {
        this.opening = opening;
    }

    static AlertSource of(Map<String, Object> kafka, String clientId) {
        return new AlertSource(() -> new KafkaConsumer<>(
                ConsumerSettings.ungrouped(kafka, clientId), new StringDeserializer(), new ByteArrayDeserializer()));
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
        if (desk.equals(cachedOf) && cached.containsKey(offset)) {
            return cached.get(offset);
        }
        Consumer<String, byte[]> from = consumer == null ? opening.get() : consumer;
        consumer = from;
        TopicPartition partition = new TopicPartition(Topics.alertsOf(desk).name(), 0);
        from.assign(List.of(partition));
        from.seek(partition, offset);
        cached.clear();
        cachedOf = desk;
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            ConsumerRecords<String, byte[]> records = from.poll(POLL);
            records.forEach(this::keep);
            if (from.position(partition) > offset) {
                return cached.get(offset);
            }
        }
        throw new TimeoutException("the alert at " + offset + " of " + partition + " did not come");
    }

    private void keep(ConsumerRecord<String, byte[]> record) {
        try {
            cached.put(record.offset(), Topics.ALERTS.valueSerde().read(record.value()));
        } catch (SerializationException e) {
            // Whoever asks for it is told that it is not there.
            cached.remove(record.offset());
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
