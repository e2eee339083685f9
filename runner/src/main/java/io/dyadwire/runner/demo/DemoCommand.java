package io.dyadwire.runner.demo;

import io.dyadwire.runner.broker.BrokerSettings;
import io.dyadwire.runner.broker.EmbeddedBroker;
import io.dyadwire.runner.cli.Logs;
import io.dyadwire.runner.cli.Terminal;
import io.dyadwire.runner.service.OrderlyEnd;
import io.dyadwire.runner.service.Services;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dyadwire demo}. */
@Command(
        name = "demo",
        description = {
            "Play a fortnight of August 2019 in a minute.",
            "Real feeds, a real broker, alerts as they come: a small bundled newsroom is served over HTTP on this machine,"
                    + " about a day every four seconds. Three desks have rules on it. It needs no network and no"
                    + " settings, and leaves nothing behind."
        },
        footer = {
            "",
            "Examples:",
            "  dyadwire demo",
            "  dyadwire demo --speed 0.5        take your time",
            "  dyadwire demo --for PT30S        stop after half a minute",
            "  dyadwire demo --keep-running     leave it up, to look around with tail and a Kafka client"
        })
public final class DemoCommand implements Callable<Integer> {
    private static final Duration AFTER_THE_END = Duration.ofSeconds(3);

    /** How long a slow machine may be behind at the end. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    @Spec
    private CommandSpec spec;

    @Option(names = "--for", paramLabel = "TIME", description = "Stop after this much real time, such as PT30S.")
    private @Nullable Duration time;

    @Option(
            names = "--speed",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description = "2 plays twice as fast: a day in two seconds. Default: ${DEFAULT-VALUE}.")
    private double speed;

    @Option(names = "--keep-running", description = "Go on after the fortnight, until Ctrl-C.")
    private boolean keepRunning;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "0", description = "Port of the broker on 127.0.0.1.")
    private int port;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Port of deadlines and calendar on 127.0.0.1.")
    private int httpPort;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Logs.forTool(spec.root().commandLine().getParseResult().hasMatchedOption("--verbose"));
        try (OrderlyEnd end = OrderlyEnd.open()) {
            Path folder = Files.createTempDirectory("dyadwire-demo");
            try {
                return playIn(folder, end);
            } finally {
                delete(folder);
            }
        }
    }

    private int playIn(Path folder, OrderlyEnd end) throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        err.println("starting a Kafka broker in this process …");
        try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(folder.resolve("kafka"), port))) {
            return play(folder, broker.bootstrapServers(), end, err);
        }
    }

    private int play(Path folder, String bootstrap, OrderlyEnd end, PrintWriter err) throws InterruptedException {
        DemoClock clock = DemoClock.waiting(speed);
        var meters = new SimpleMeterRegistry();
        PrintWriter out = spec.commandLine().getOut();
        try (Newsroom newsroom = Newsroom.open(clock)) {
            Demo demo = new Demo(folder, bootstrap, httpPort, clock, newsroom, meters);
            Consumer<String> console = line -> {
                out.println(line);
                out.flush();
            };
            try (var services = new Services(demo.services(Terminal.isOne(), console, err::println))) {
                end.onStop(services::stop);
                services.start();
                Optional<String> dead = waitUntilReady(services);
                if (dead.isEmpty() && !services.isStopped()) {
                    err.println("ready: " + demo.feeds().size() + " feeds at " + newsroom.site() + ", Kafka on "
                            + bootstrap);
                    err.println(
                            String.format(Locale.ROOT, "August 12, 2019 begins; a day takes %.1f seconds", 4 / speed));
                    err.println();
                    clock.go();
                    dead = services.await(playingTime(clock));
                }
                if (dead.isEmpty() && time == null) {
                    dead = letTheLastComeThrough(services, meters);
                }
                if (dead.isPresent()) {
                    err.println(dead.get() + " cannot go on: " + services.problems());
                    return 1;
                }
            }
            // Once nothing prints any more: the summary is the last word.
            summarise(clock, meters, out);
            return 0;
        }
    }

    private Duration playingTime(DemoClock clock) {
        if (time != null) {
            return time;
        }
        Duration whole = clock.toReal(Duration.between(DemoClock.START, DemoClock.END));
        return keepRunning ? FOR_EVER : whole;
    }

    private static Optional<String> letTheLastComeThrough(Services services, SimpleMeterRegistry meters)
            throws InterruptedException {
        DemoSummary summary = new DemoSummary(meters);
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<String> dead = services.await(AFTER_THE_END);
        while (dead.isEmpty() && !services.isStopped() && !summary.isSettled() && System.nanoTime() < end) {
            dead = services.await(AFTER_THE_END);
        }
        return dead;
    }

    private static Optional<String> waitUntilReady(Services services) throws InterruptedException {
        Optional<String> dead = Optional.empty();
        while (dead.isEmpty() && !services.isStopped() && !services.problems().isEmpty()) {
            dead = services.await(Duration.ofMillis(50));
        }
        return dead;
    }

    private static void summarise(DemoClock clock, SimpleMeterRegistry meters, PrintWriter out) {
        out.println();
        out.println("It is " + clock.instant().toString().substring(0, 10) + " in the newsroom. What went through:");
        new DemoSummary(meters).lines().forEach(line -> out.println("  " + line));
        out.flush();
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
