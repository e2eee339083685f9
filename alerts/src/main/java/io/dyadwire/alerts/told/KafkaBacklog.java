package io.dyadwire.alerts.told;

import io.dyadwire.contract.rule.DeskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The desks' topics, read by one platform thread for all who ask: a Kafka consumer waits inside locks, which on Java 21
 * would hold a carrier thread that every virtual thread needs.
 */
public final class KafkaBacklog implements Backlog, AutoCloseable {
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final int LOOKS = 25;

    private final Consumer<String, byte[]> consumer;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("alerts-backlog").factory());

    /** @param consumer reads committed records, some hundred at once, without a group; becomes its own */
    public KafkaBacklog(Consumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    @Override
    public Part read(DeskId desk, long from) throws InterruptedException {
        try {
            return reader.submit(() -> readNow(AlertReader.partition(desk), from))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("what desk " + desk + " was told before could not be read", e.getCause());
        } catch (RejectedExecutionException e) {
            throw new KafkaException("what was told before is no longer read", e);
        }
    }

    private Part readNow(TopicPartition partition, long from) {
        List<TopicPartition> one = List.of(partition);
        consumer.assign(one);
        long first = Math.max(from, consumer.beginningOffsets(one).get(partition));
        long end = consumer.endOffsets(one).get(partition);
        consumer.seek(partition, first);
        List<Told> told = new ArrayList<>();
        for (int look = 0; look < LOOKS && told.isEmpty() && consumer.position(partition) < end; look++) {
            consumer.poll(WAIT).forEach(record -> add(record, told));
        }
        return new Part(told, first, consumer.position(partition));
    }

    private static void add(ConsumerRecord<String, byte[]> record, List<Told> told) {
        try {
            told.add(Told.of(record));
        } catch (SerializationException e) {
            // What follows the topic has told of it.
        }
    }

    @Override
    public void close() {
        reader.shutdown();
        consumer.wakeup();
        reader.close();
        consumer.close();
    }
}
