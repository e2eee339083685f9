package io.dyadwire.runner.up;

import io.dyadwire.runner.JavaProcess;
import io.dyadwire.runner.cli.CommandLines;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** {@code dyadwire up} in a process of its own, to be killed; all of it is real but for the clock, which is quick. */
final class UpProcess {
    private static final String RULES = """
            desks:
              - {id: nordic, name: Nordic desk, zone: Europe/Oslo}
            rules:
              - {id: dispatches, desk: nordic, name: All dispatches, keywords: dispatch}
            """;

    private UpProcess() {}

    /** Writes the configuration: these feeds, each polled every minute, no pages, and Kafka on this port. */
    static void configure(Path home, List<URI> feeds, int port) throws IOException {
        Path config = Files.createDirectories(home.resolve("config"));
        String outlines = feeds.stream()
                .map(uri -> "<outline type=\"rss\" text=\"Feed " + uri.getPath() + "\" xmlUrl=\"" + uri
                        + "\" fullText=\"never\"/>")
                .collect(Collectors.joining());
        Files.writeString(config.resolve("feeds.opml"), "<opml version=\"2.0\"><body>" + outlines + "</body></opml>");
        Files.writeString(config.resolve("rules.yaml"), RULES);
        Files.writeString(config.resolve("dyadwire.yaml"), """
                broker: {port: %d}
                ops: {port: 0}
                alerts: {http: {port: 0}}
                outbound: {contact: tests@dyadwire.example, allow: [127.0.0.1]}
                ingest: {interval: PT1M, hostSpacing: PT0S}
                """.formatted(port));
    }

    /** Starts it; what it says is added to {@code up.log}. */
    static Process start(Path home, Instant clockStart) throws IOException {
        return JavaProcess.start(home, log(home), UpProcess.class, clockStart.toString());
    }

    static Path log(Path home) {
        return home.resolve("up.log");
    }

    /** Start of the clock. */
    public static void main(String[] args) {
        var up = new UpCommand(new QuickClock(Instant.parse(args[0])));
        System.exit(CommandLines.of(up, List.of(), () -> false).execute());
    }
}
