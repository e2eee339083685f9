package io.dyadwire.bench.feeds;

import io.dyadwire.bench.ServiceProcess;
import io.dyadwire.bench.TempFolder;
import io.dyadwire.runner.broker.BrokerSettings;
import io.dyadwire.runner.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One instance of ingest with many feeds, one in fifty of which never answers: how late polls begin, how much memory it
 * takes, and whether every item shown was published once. The feeds, the broker and ingest share the machine.
 *
 * <p>Arguments: feeds (default 10000), minutes after the first round (default 10), heap of ingest (default 512m). The
 * first round, in which all feeds are new, is over after one interval of five minutes and is not counted for lateness.
 */
public final class ManyFeeds {
    private static final int INTERVAL_MINUTES = 5;

    private ManyFeeds() {}

    /** Runs it. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int feeds = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int minutes = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        String heap = args.length > 2 ? args[2] : "512m";
        try (TempFolder temp = TempFolder.make();
                EmbeddedBroker broker =
                        EmbeddedBroker.start(new BrokerSettings(temp.path().resolve("broker"), 0));
                FeedFarm farm = new FeedFarm(feeds)) {
            Path folder = temp.path();
            Path opml = Files.writeString(folder.resolve("feeds.opml"), opml(farm, feeds));
            int[] shown = poll(farm, minutes, heap, folder, settings(broker.bootstrapServers(), opml));
            report(farm, shown, Published.read(Map.of("bootstrap.servers", broker.bootstrapServers())));
        }
    }

    private static int[] poll(FeedFarm farm, int minutes, String heap, Path folder, String settings)
            throws IOException, InterruptedException {
        try (ServiceProcess ingest = ServiceProcess.start("ingest", heap, folder, settings)) {
            Map<Double, Double> before = Map.of();
            long requests = 0;
            for (int minute = 1; minute <= INTERVAL_MINUTES + minutes; minute++) {
                TimeUnit.MINUTES.sleep(1);
                if (!ingest.alive()) {
                    throw new IllegalStateException(Files.readString(folder.resolve("ingest.log")));
                }
                String metrics = ingest.metrics();
                print("minute %2d  polls %5.1f/s  live heap %4.0f MB  used %4.0f MB  resident %5d MB%s%n"
                        .formatted(
                                minute,
                                (farm.requests() - requests) / 60.0,
                                ServiceProcess.live(metrics) / 1e6,
                                ServiceProcess.used(metrics) / 1e6,
                                ingest.resident() / 1024,
                                minute <= INTERVAL_MINUTES ? "  (first round)" : ""));
                requests = farm.requests();
                before = minute == INTERVAL_MINUTES ? ServiceProcess.lateness(metrics) : before;
            }
            Map<Double, Double> after = ServiceProcess.lateness(ingest.metrics());
            print("late: 50 %% of polls within %.1f s, 99 %% within %.1f s, all within %.1f s of an interval of %d s%n"
                    .formatted(
                            ServiceProcess.within(0.5, before, after),
                            ServiceProcess.within(0.99, before, after),
                            ServiceProcess.within(1, before, after),
                            INTERVAL_MINUTES * 60));
            int[] shown = farm.shown();
            // What was shown just now may still be on its way.
            TimeUnit.SECONDS.sleep(20);
            return shown;
        }
    }

    private static void report(FeedFarm farm, int[] shown, Published published) {
        print("requests %d (%d without validators), items shown %d, published %d, lost %d, twice %d%n"
                .formatted(
                        farm.requests(),
                        farm.unconditional(),
                        IntStream.of(shown).asLongStream().sum(),
                        published.records(),
                        published.lost(shown),
                        published.twice()));
    }

    private static String settings(String bootstrap, Path opml) {
        return """
                kafka: {bootstrapServers: "%s"}
                outbound: {contact: "bench@example.org", allow: ["127.0.0.0/8"]}
                ingest: {feeds: "%s", interval: PT%dM, slowest: PT%dM}
                """.formatted(bootstrap, opml, INTERVAL_MINUTES, INTERVAL_MINUTES);
    }

    private static String opml(FeedFarm farm, int feeds) {
        return IntStream.range(0, feeds)
                .mapToObj(i -> "<outline type=\"rss\" text=\"Feed %d\" xmlUrl=\"%s\" fullText=\"never\"/>\n"
                        .formatted(i, farm.address(i)))
                .collect(Collectors.joining("", "<opml version=\"2.0\"><body>\n", "</body></opml>\n"));
    }

    @SuppressWarnings("SystemOut")
    private static void print(String line) {
        System.out.print(String.format(Locale.ROOT, "%s", line));
    }
}
