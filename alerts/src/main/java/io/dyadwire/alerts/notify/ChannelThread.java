package io.dyadwire.alerts.notify;

import java.time.Duration;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one channel until it is told to stop. A platform thread: a Kafka consumer waits inside locks, which on Java 21
 * would hold a carrier thread that every virtual thread needs.
 */
public final class ChannelThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelThread.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final Channel channel;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable String failure;

    /** A thread for this channel, not started. */
    public ChannelThread(Channel channel) {
        this.channel = channel;
        this.thread = Thread.ofPlatform().daemon().name(channel.name()).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** What ended it against its will, in words; null when it runs, or has come to its end by itself. */
    public @Nullable String failure() {
        return failure;
    }

    private void run() {
        try (channel) {
            boolean more = true;
            while (more && !stopping) {
                more = turn();
            }
        } catch (WakeupException e) {
            LOG.atDebug().addKeyValue("channel", channel.name()).log("stopped");
        } catch (RuntimeException e) {
            failure = channel.name() + " has stopped: " + e;
            LOG.atError().addKeyValue("channel", channel.name()).setCause(e).log("channel has stopped");
        }
    }

    private boolean turn() {
        try {
            return channel.turn();
        } catch (RetriableException | CommitFailedException | RebalanceInProgressException e) {
            LOG.atWarn()
                    .addKeyValue("channel", channel.name())
                    .addKeyValue("reason", e.getMessage())
                    .log("Kafka did not take it, trying again");
            return true;
        }
    }

    /** Stops it and waits until it has. */
    @Override
    public void close() {
        stopping = true;
        if (thread.getState() == Thread.State.NEW) {
            channel.close();
            return;
        }
        channel.wakeup();
        try {
            if (!thread.join(STOP_WITHIN)) {
                LOG.atWarn().addKeyValue("channel", channel.name()).log("did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
