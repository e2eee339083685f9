package io.dyadwire.runner.up;

import io.dyadwire.alerts.AlertsConfig;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.rules.RulesFile;
import io.dyadwire.ingest.IngestConfig;
import io.dyadwire.ingest.opml.FeedSource;
import io.dyadwire.ingest.opml.OpmlFile;
import io.dyadwire.outbound.AllowList;
import io.dyadwire.outbound.OutboundConfig;
import io.dyadwire.processor.ProcessorConfig;
import io.dyadwire.runner.broker.BrokerSettings;
import io.dyadwire.runner.broker.EmbeddedBroker;
import io.dyadwire.runner.service.Services;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The whole pipeline in a process of its own, to be killed: what {@code up} runs, on a clock of the test's. */
final class UpProcess {
    private static final String RULES = """
            desks:
              - {id: nordic, name: Nordic desk, zone: Europe/Oslo}
            rules:
              - {id: dispatches, desk: nordic, name: All dispatches, keywords: dispatch}
            """;

    private UpProcess() {}

    static Process start(Path folder, Instant clockStart, List<URI> feeds) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx500m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=" + System.getProperty("logback.configurationFile"),
                "-cp",
                System.getProperty("java.class.path"),
                UpProcess.class.getName(),
                folder.toString(),
                clockStart.toString()));
        feeds.forEach(feed -> command.add(feed.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("up.log").toFile()))
                .start();
    }

    /** Folder, start of the clock, addresses of the feeds. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        var clock = new QuickClock(Instant.parse(args[1]));
        List<URI> addresses = Arrays.stream(args).skip(2).map(URI::create).toList();
        RuleBook rules = RulesFile.parse("rules.yaml", RULES, folder, Set.of());
        String allowed = "127.0.0.1:" + addresses.getFirst().getPort();
        OutboundConfig outbound = OutboundConfig.defaults("Dyadwire/test").withAllow(AllowList.of(allowed));

        try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(folder.resolve("kafka"), 0))) {
            var factory = new ServiceFactory(
                    Map.of("bootstrap.servers", broker.bootstrapServers()), clock, new SimpleMeterRegistry());
            try (var services = new Services(List.of(
                    factory.alerts(alerts(folder, outbound), rules, null),
                    factory.processor(processor(folder)),
                    factory.ingest(ingest(feeds(addresses), outbound))))) {
                services.start();
                services.await(Duration.ofMinutes(10));
            }
        }
    }

    private static List<FeedSource> feeds(List<URI> addresses) {
        String opml = addresses.stream()
                .map(uri -> "<outline type=\"rss\" text=\"Feed " + uri.getPath() + "\" xmlUrl=\"" + uri + "\"/>")
                .collect(Collectors.joining("", "<opml version=\"2.0\"><head/><body>", "</body></opml>"));
        return OpmlFile.read("feeds.opml", opml.getBytes(StandardCharsets.UTF_8))
                .feeds();
    }

    private static IngestConfig ingest(List<FeedSource> feeds, OutboundConfig outbound) {
        IngestConfig defaults = IngestConfig.defaults(feeds, outbound);
        return new IngestConfig(
                feeds,
                outbound,
                defaults.transactionalId(),
                Duration.ofMinutes(1),
                defaults.longest(),
                Duration.ZERO,
                Duration.ofMillis(50),
                defaults.concurrentPolls(),
                true);
    }

    private static ProcessorConfig processor(Path folder) {
        ProcessorConfig defaults = ProcessorConfig.defaults(folder);
        return new ProcessorConfig(
                defaults.applicationId(),
                defaults.instanceId(),
                defaults.stateDir(),
                1,
                defaults.commitInterval(),
                defaults.tick(),
                true);
    }

    private static AlertsConfig alerts(Path folder, OutboundConfig outbound) {
        AlertsConfig defaults = AlertsConfig.defaults(folder.resolve("alerts"), outbound.userAgent());
        return new AlertsConfig(
                defaults.alerting().withDemoTime(Duration.ofSeconds(1)),
                defaults.webhook(),
                outbound,
                false,
                defaults.closeWithin());
    }
}
