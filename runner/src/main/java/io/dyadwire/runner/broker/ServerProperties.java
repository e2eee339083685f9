package io.dyadwire.runner.broker;

import io.dyadwire.contract.topic.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The broker's own settings: one node that is broker and controller, on loopback, small. */
final class ServerProperties {
    static final String CONTROLLER = "CONTROLLER";
    private static final String BROKER = "PLAINTEXT";
    private static final String HOST = "127.0.0.1";

    private ServerProperties() {}

    static String address(int port) {
        return HOST + ":" + port;
    }

    static Map<String, String> of(Path folder, int port, int controllerPort) {
        Map<String, String> all = new HashMap<>(oneNode(port, controllerPort));
        all.put("log.dirs", Storage.logs(folder).toString());
        all.putAll(oneReplica());
        all.putAll(small());
        all.putAll(prompt());
        return all;
    }

    /** The controller of the same node by itself, which gives a broker that is gone up within a second. */
    static Map<String, String> ofController(Path folder, int controllerPort) {
        return Map.of(
                "process.roles",
                "controller",
                "node.id",
                Integer.toString(Storage.NODE),
                "controller.listener.names",
                CONTROLLER,
                "controller.quorum.voters",
                Storage.NODE + "@" + address(controllerPort),
                "listeners",
                CONTROLLER + "://" + address(controllerPort),
                "listener.security.protocol.map",
                CONTROLLER + ":PLAINTEXT",
                "log.dirs",
                Storage.logs(folder).toString(),
                "broker.session.timeout.ms",
                "1000",
                "broker.heartbeat.interval.ms",
                "500");
    }

    private static Map<String, String> oneNode(int port, int controllerPort) {
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(Storage.NODE),
                "controller.listener.names",
                CONTROLLER,
                "controller.quorum.voters",
                Storage.NODE + "@" + address(controllerPort),
                "listeners",
                BROKER + "://" + address(port) + "," + CONTROLLER + "://" + address(controllerPort),
                "advertised.listeners",
                BROKER + "://" + address(port),
                "inter.broker.listener.name",
                BROKER,
                "listener.security.protocol.map",
                BROKER + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                "auto.create.topics.enable",
                "false",
                "message.max.bytes",
                Integer.toString(Topics.MAX_RECORD_BYTES));
    }

    private static Map<String, String> oneReplica() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "5",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "5",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1");
    }

    /** One machine's worth of threads and buffers; the cleaner's default buffer alone is 128 MiB. */
    private static Map<String, String> small() {
        return Map.of(
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2",
                "num.recovery.threads.per.data.dir", "2",
                "group.coordinator.threads", "1",
                "log.cleaner.threads", "1",
                "log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024),
                "log.index.size.max.bytes", Integer.toString(1024 * 1024),
                "log.segment.bytes", Integer.toString(128 * 1024 * 1024));
    }

    /** What is slow by default to spare a cluster that we are not. */
    private static Map<String, String> prompt() {
        return Map.of(
                "group.initial.rebalance.delay.ms", "0",
                // A transaction left open by a killed process blocks readers until its timeout and then this sweep.
                "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
                // An idle broker need not write to the disk twice a second.
                "metadata.max.idle.interval.ms", "5000",
                // There is no other broker to take over, so being slow for a while is no reason to take leadership
                // away.
                "broker.session.timeout.ms", Integer.toString(600_000));
    }
}
