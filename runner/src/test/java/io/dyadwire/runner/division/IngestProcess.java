package io.dyadwire.runner.division;

import io.dyadwire.contract.feed.FeedOrigin;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FullText;
import io.dyadwire.ingest.IngestConfig;
import io.dyadwire.ingest.IngestService;
import io.dyadwire.outbound.AllowList;
import io.dyadwire.outbound.OutboundConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** An ingest in a process of its own, to be put to sleep and killed. A minute of its clock is a second. */
final class IngestProcess {
    private static final int SPEED = 60;

    private IngestProcess() {}

    static Process start(String bootstrap, String instance, URI newsroom, int feeds, Path log) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IngestProcess.class.getName(),
                        bootstrap,
                        instance,
                        newsroom.toString(),
                        Integer.toString(feeds))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    public static void main(String[] args) throws InterruptedException {
        Instant began = Instant.now();
        // A broker takes no record from the future, so the fast clock begins in the past.
        Instant past = began.minus(Duration.ofDays(2));
        InstantSource clock =
                () -> past.plus(Duration.between(began, Instant.now()).multipliedBy(SPEED));
        List<FeedSource> feeds = IntStream.range(0, Integer.parseInt(args[3]))
                .mapToObj(i -> FeedSource.of("feed-" + i, URI.create(args[2] + i), FeedOrigin.FILE)
                        .withFullText(FullText.NEVER))
                .toList();
        OutboundConfig outbound =
                OutboundConfig.defaults("Dyadwire/test (+https://example.org)").withAllow(AllowList.of("127.0.0.0/8"));
        IngestConfig config = new IngestConfig(
                feeds,
                null,
                outbound,
                "division",
                args[1],
                Duration.ofSeconds(6),
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ZERO,
                Duration.ofMillis(50),
                8,
                Duration.ZERO,
                null,
                true);
        new IngestService(config, Map.of("bootstrap.servers", args[0]), clock, new SimpleMeterRegistry()).start();
        new CountDownLatch(1).await();
    }
}
