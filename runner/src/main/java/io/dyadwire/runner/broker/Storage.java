package io.dyadwire.runner.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** The broker's part of the data folder: {@code log/}, with the cluster's id in {@code meta.properties}. */
final class Storage {
    static final int NODE = 1;

    private Storage() {}

    static Path logs(Path folder) {
        return folder.resolve("log");
    }

    /**
     * Makes a new cluster, once for ever: Kafka writes {@code meta.properties} last, so half a format is done again.
     *
     * @return whether it was made now
     */
    static boolean formatOnce(Path folder) {
        Path logs = logs(folder);
        if (Files.exists(logs.resolve("meta.properties"))) {
            return false;
        }
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(nowhere)
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(logs.toString())
                    .setMetadataLogDirectory(Optional.of(logs.toString()))
                    .setControllerListenerName(ServerProperties.CONTROLLER)
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .run();
            return true;
        } catch (Exception e) { // what Formatter.run declares
            throw new BrokerException(
                    "cannot prepare " + logs + " for Kafka: " + e.getMessage()
                            + "; give another folder with --data, or move this one away",
                    e);
        }
    }
}
