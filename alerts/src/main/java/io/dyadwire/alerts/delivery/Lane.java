package io.dyadwire.alerts.delivery;

import io.dyadwire.alerts.channel.Attempt;
import io.dyadwire.alerts.channel.Told;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.ChannelState;
import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.alert.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to one channel of one desk: a {@link LaneQueue} and the threads that send what is in it. Whatever its receiver
 * does, nobody else waits for it.
 */
final class Lane implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final Duration KAFKA_AWAY = Duration.ofSeconds(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final long LONGEST_WAIT = Duration.ofMinutes(1).toNanos();

    private final Endpoint endpoint;
    private final Setting setting;
    private final Progress progress;
    private final LaneQueue queue;
    private final Switched switched;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Thread> workers = new ArrayList<>();
    private boolean stopping;

    /** What all lanes share. */
    record Setting(
            DeliveryConfig config, RetrySchedule schedule, DeliveryLog log, AlertSource source, InstantSource clock) {}

    /** Told when a channel was given up, with how much it was to deliver then. */
    @FunctionalInterface
    interface Switched {
        void off(ChannelStatus status, int undelivered);
    }

    Lane(Endpoint endpoint, Setting setting, Progress progress, @Nullable ChannelStatus status, Switched switched) {
        this.endpoint = endpoint;
        this.setting = setting;
        this.progress = progress;
        this.queue = new LaneQueue(endpoint, setting.config(), setting.schedule(), status);
        this.switched = switched;
    }

    EndpointId id() {
        return endpoint.id();
    }

    void start() {
        for (int i = 0; i < endpoint.parallel(); i++) {
            workers.add(
                    Thread.ofVirtual().name("lane " + endpoint.id() + " " + i).start(this::work));
        }
    }

    /** An alert to deliver, opened in the progress of its desk. */
    void offer(Alert alert, long offset) {
        changeOnly(() -> queue.offer(Item.of(alert, offset), setting.clock().instant()));
    }

    /** What waits since before, or is to be tried again because somebody asked. */
    void resume(Delivery waiting, long offset) {
        changeOnly(() -> queue.resume(Item.of(waiting, offset), setting.clock().instant()));
    }

    /** Word of another channel; kept in memory only. */
    void tell(Told.OfChannel word) {
        changeOnly(() -> queue.tell(word));
    }

    /** What somebody wrote to switch it on or off. */
    void set(ChannelStatus status) {
        changeOnly(() -> queue.set(status, setting.clock().instant()));
    }

    int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    ChannelState state() {
        lock.lock();
        try {
            return queue.status().state();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        try {
            while (true) {
                Item item = next();
                if (item == null) {
                    return;
                }
                Instant began = setting.clock().instant();
                Told told = read(item);
                if (told == null) {
                    continue;
                }
                Attempt attempt = send(told);
                // The next one only when a restart would know of this one.
                change(() -> queue.settle(item, attempt, began, setting.clock().instant()))
                        .get();
            }
        } catch (InterruptedException | ExecutionException e) {
            LOG.atDebug().addKeyValue("channel", endpoint.id()).log("told to stop");
        }
    }

    private @Nullable Item next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!stopping) {
                long wait = queue.untilNext(setting.clock().instant(), System.nanoTime());
                if (wait <= 0) {
                    return queue.take(System.nanoTime());
                }
                changed.awaitNanos(Math.min(wait, LONGEST_WAIT));
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Null when it was put back, or cannot be had any more. */
    private @Nullable Told read(Item item) throws InterruptedException {
        if (item.told() != null) {
            return item.told();
        }
        try {
            Alert alert = setting.source().at(endpoint.desk(), item.offset());
            if (alert != null) {
                return new Told.OfAlert(alert, false);
            }
            changeOnly(() -> queue.lost(item, setting.clock().instant()));
        } catch (KafkaException e) {
            LOG.atWarn()
                    .addKeyValue("channel", endpoint.id())
                    .addKeyValue("reason", e.getMessage())
                    .log("an alert could not be read again, trying later");
            changeOnly(() -> queue.putBack(item, setting.clock().instant().plus(KAFKA_AWAY)));
        }
        return null;
    }

    /** A mistake of ours in writing one message must not keep back the others. */
    private Attempt send(Told told) {
        try {
            return endpoint.sender().send(told);
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("channel", endpoint.id()).setCause(e).log("a message could not be written");
            return new Attempt.Refused("it could not be written: " + e);
        }
    }

    private void changeOnly(Runnable how) {
        CompletableFuture<Void> unused = change(how);
    }

    /** Done when the brokers have what is to be written down of it. */
    private CompletableFuture<Void> change(Runnable how) {
        CompletableFuture<Void> written;
        ChannelStatus before;
        ChannelStatus after;
        List<LaneQueue.Entry> entries;
        lock.lock();
        try {
            before = queue.status();
            how.run();
            after = queue.status();
            entries = queue.drain();
            written = write(entries);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (after.state() == ChannelState.OFF && before.state() != ChannelState.OFF && after.by() == null) {
            int undelivered = (int) entries.stream()
                    .filter(entry -> entry instanceof LaneQueue.Entry.Of)
                    .count();
            switched.off(after, undelivered);
        }
        return written;
    }

    /** In the order of what happened; the place of the desk moves on once the brokers have it. */
    private CompletableFuture<Void> write(List<LaneQueue.Entry> entries) {
        List<CompletableFuture<Void>> written = new ArrayList<>();
        for (LaneQueue.Entry entry : entries) {
            switch (entry) {
                case LaneQueue.Entry.Of(Delivery delivery, long offset, boolean closes) ->
                    written.add(setting.log().write(delivery, () -> {
                        if (closes) {
                            progress.closed(offset);
                        }
                    }));
                case LaneQueue.Entry.Channel(ChannelStatus status) ->
                    written.add(setting.log().write(status));
            }
        }
        return CompletableFuture.allOf(written.toArray(CompletableFuture[]::new));
    }

    /** Lets what is under way come to its end for some seconds, then breaks it off; it is sent again elsewhere then. */
    @Override
    public void close() {
        lock.lock();
        try {
            stopping = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        long until = System.nanoTime() + STOP_WITHIN.toNanos();
        try {
            for (Thread worker : workers) {
                if (!worker.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())))) {
                    worker.interrupt();
                }
            }
        } catch (InterruptedException e) {
            workers.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
    }
}
