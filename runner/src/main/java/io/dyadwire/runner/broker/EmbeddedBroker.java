package io.dyadwire.runner.broker;

import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka (KRaft broker and controller in one) inside this process, on 127.0.0.1 only. What it is told stays in its
 * folder: after a clean end or a {@code kill -9} it starts again there with the same cluster and the same records.
 *
 * <p>Running, it announces itself in its folder, so that {@link RunningBroker#on} finds it from another process. When
 * Kafka finds that it cannot go on (a full disk, a broken log) it ends the process, as a broker does; the log says why.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    private final KafkaRaftServer server;
    private final FolderLock lock;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(KafkaRaftServer server, FolderLock lock, int port) {
        this.server = server;
        this.lock = lock;
        this.port = port;
    }

    /**
     * Starts it and returns once it takes requests, some seconds later.
     *
     * @throws BrokerException when the folder is in use or not writable, or the port is taken
     */
    public static EmbeddedBroker start(BrokerSettings settings) {
        FolderLock lock = FolderLock.take(settings.folder());
        try {
            boolean isNew = Storage.formatOnce(settings.folder());
            endReadably(settings);
            if (!isNew && !lock.leftCleanly()) {
                KilledBroker.giveUp(settings.folder());
            }
            int port = settings.port() == 0 ? samePort(lock.lastPort()) : LoopbackPort.check(settings.port());
            KafkaRaftServer server = startServer(settings, port);
            lock.announce(port);
            return new EmbeddedBroker(server, lock, port);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return ServerProperties.address(port);
    }

    /** Ends it cleanly, within seconds; a second time does nothing. Close the clients first: they would only retry. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try (lock) {
            server.shutdown();
            server.awaitShutdown();
        }
    }

    private static KafkaRaftServer startServer(BrokerSettings settings, int port) {
        KafkaConfig config = new KafkaConfig(ServerProperties.of(settings.folder(), port, LoopbackPort.free()), false);
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            server.startup();
            return server;
        } catch (RuntimeException e) {
            server.shutdown();
            throw new BrokerException(
                    "the broker on " + settings.folder() + " did not start: " + e.getMessage()
                            + "; --verbose shows Kafka's own words",
                    e);
        }
    }

    /** Kafka ends the process where it cannot go on. It says so to its log, which is kept quiet here: say it ourselves. */
    private static void endReadably(BrokerSettings settings) {
        Exit.Procedure end = (code, message) -> {
            LOG.atError()
                    .addKeyValue("folder", settings.folder())
                    .addKeyValue("reason", message == null ? "see the errors above" : message)
                    .log("The embedded broker cannot go on; the process ends. Is the disk full?");
            Runtime.getRuntime().halt(code == 0 ? 1 : code);
        };
        Exit.setExitProcedure(end);
        Exit.setHaltProcedure(end);
    }

    /**
     * The port of the last run if it is free. Transactions that a killed process left half-ended are finished by the
     * next one, which at first looks for the broker where it was.
     */
    private static int samePort(int last) {
        return last != 0 && LoopbackPort.isFree(last) ? last : LoopbackPort.free();
    }
}
