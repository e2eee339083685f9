package io.dyadwire.runner.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.BrokerRegistration;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A broker that was killed stands in the cluster's metadata as alive and as the leader of all partitions. Started again
 * like this, it first believes that itself, begins to end the transactions that the kill left open, and is then told that
 * it leads nothing until it is registered anew. A transaction that is to be ended in between is ended without a word to
 * its partitions (Kafka 4.3 takes a partition without a leader for a deleted one), and readers of committed records wait
 * there for ever.
 *
 * <p>So the metadata is put right first: the node's controller runs by itself until it has given the dead broker up.
 */
final class KilledBroker {
    private static final Logger LOG = LoggerFactory.getLogger(KilledBroker.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private KilledBroker() {}

    /**
     * Returns once the broker of this folder is known to be dead, about two seconds later.
     *
     * @throws BrokerException when the controller does not start, or does not give it up
     */
    static void giveUp(Path folder) {
        KafkaConfig config = new KafkaConfig(ServerProperties.ofController(folder, LoopbackPort.free()), false);
        var dirs = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        try (Metrics metrics = new Metrics()) {
            QuorumConfig quorum = config.quorumConfig();
            SharedServer shared = new SharedServer(
                    config,
                    dirs._1(),
                    Time.SYSTEM,
                    metrics,
                    CompletableFuture.completedFuture(QuorumConfig.parseVoterConnections(quorum.voters())),
                    QuorumConfig.parseBootstrapServers(quorum.bootstrapServers()),
                    new StandardFaultHandlerFactory(),
                    ServerSocketFactory.INSTANCE);
            ControllerServer controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), dirs._2());
            try {
                controller.startup();
                awaitNobodyAlive(shared, folder);
            } finally {
                controller.shutdown();
            }
        }
    }

    private static void awaitNobodyAlive(SharedServer shared, Path folder) {
        NobodyAlive nobodyAlive = new NobodyAlive();
        try {
            shared.loader().installPublishers(List.of(nobodyAlive)).get();
            if (!nobodyAlive.seen.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new BrokerException("the broker on " + folder + " was killed, and is still taken for alive after "
                        + PATIENCE + "; --verbose shows Kafka's own words");
            }
        } catch (ExecutionException e) {
            throw new BrokerException(
                    "the broker on " + folder + " was killed, and cannot be started again: " + e.getCause()
                            + "; --verbose shows Kafka's own words",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException("told to stop while the broker on " + folder + " was starting", e);
        }
    }

    /** Waits for metadata without a broker that is alive; its first look is at all that was ever committed. */
    private static final class NobodyAlive implements MetadataPublisher {
        private final CountDownLatch seen = new CountDownLatch(1);

        @Override
        public String name() {
            return "NobodyAlive";
        }

        @Override
        public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
            if (image.cluster().brokers().values().stream().allMatch(BrokerRegistration::fenced)) {
                seen.countDown();
            }
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}
