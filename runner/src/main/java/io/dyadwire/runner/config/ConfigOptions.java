package io.dyadwire.runner.config;

import io.dyadwire.runner.broker.RunningBroker;
import io.dyadwire.runner.cli.CommandException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that reads settings or reaches Kafka; a picocli mixin. */
public final class ConfigOptions {
    /** Set by the start script: the folder that {@code config/} and {@code data/} are in, wherever it is called from. */
    public static final String HOME = "dyadwire.home";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The settings (config/dyadwire.yaml, if it is there).")
    private @Nullable Path file;

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "The Kafka to talk to (kafka.bootstrapServers of the settings,"
                    + " else the one that runs on the data folder).")
    private @Nullable String bootstrap;

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder (data).")
    private @Nullable Path data;

    private final Path home = Path.of(System.getProperty(HOME, ""));

    /** The settings, with the options given over them. */
    public DyadwireConfig config() {
        DyadwireConfig read = ConfigFile.read(configFile(), System.getenv());
        Path folder = data == null ? home.resolve(read.data()) : data;
        KafkaConfig kafka = bootstrap == null
                ? read.kafka()
                : new KafkaConfig(bootstrap, read.kafka().properties());
        return new DyadwireConfig(
                folder,
                kafka,
                read.broker(),
                read.ops(),
                read.outbound(),
                read.ingest(),
                read.processor(),
                read.alerts());
    }

    /** The file that was asked for, else the usual one, if it is there. */
    public @Nullable Path configFile() {
        if (file != null) {
            return file;
        }
        Path usual = home.resolve("config").resolve("dyadwire.yaml");
        return Files.exists(usual) ? usual : null;
    }

    /** A file of the project's own, such as {@code config/feeds.opml}. */
    public Path home(String path) {
        return home.resolve(path);
    }

    /** The file or folder of the desk's own topics, if the settings name one. */
    public @Nullable Path topics(DyadwireConfig config) {
        String path = config.processor().topics();
        return path == null ? null : home(path);
    }

    /**
     * Where Kafka is.
     *
     * @throws CommandException when neither option, settings nor data folder say
     */
    public static String bootstrapServers(DyadwireConfig config) {
        if (config.kafka().bootstrapServers() != null) {
            return config.kafka().bootstrapServers();
        }
        return RunningBroker.on(config.brokerFolder())
                .map(RunningBroker::bootstrapServers)
                .orElseThrow(() -> new CommandException("no Kafka to talk to: nothing runs on "
                        + config.data().toAbsolutePath().normalize()
                        + "; start './dyadwire up', or say where one is with --bootstrap HOST:PORT"
                        + " or KAFKA_BOOTSTRAP_SERVERS"));
    }
}
