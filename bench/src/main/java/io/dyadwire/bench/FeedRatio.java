package io.dyadwire.bench;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.dyadwire.ingest.feed.FeedReader;
import io.dyadwire.ingest.feed.UnreadableFeedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Our reading of feeds (charset, cleaning, limits, ROME, dates, links, plain titles) beside ROME alone on the same bytes,
 * in turns within one JVM. {@code FeedRatio [FEEDS] [ROUNDS]}
 */
public final class FeedRatio {
    private static final URI ADDRESS = URI.create("https://post.example/feed.xml");

    private final List<byte[]> feeds;
    private final FeedReader reader = new FeedReader();

    private FeedRatio(List<byte[]> feeds) {
        this.feeds = feeds;
    }

    /** Runs it. */
    public static void main(String[] args) throws IOException, FeedException, UnreadableFeedException {
        int feeds = args.length > 0 ? Integer.parseInt(args[0]) : 400;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 15;
        new FeedRatio(BenchFeeds.make(feeds, 42)).run(rounds);
    }

    private void run(int rounds) throws IOException, FeedException, UnreadableFeedException {
        long bytes = feeds.stream().mapToLong(feed -> feed.length).sum();
        int warmUp = Math.max(3, rounds / 3);
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= warmUp + rounds; round++) {
            // Who goes first takes turns, too.
            double bare = round % 2 == 0 ? bare() : 0;
            double ours = ours();
            bare = round % 2 == 0 ? bare : bare();
            print("%s bare ROME %,8.1f MB/s   ours %,8.1f MB/s   ratio %.2f%n"
                    .formatted(
                            round <= warmUp ? "warm-up " : "round " + (round - warmUp) + " ",
                            bytes / bare / 1e6,
                            bytes / ours / 1e6,
                            bare / ours));
            if (round > warmUp) {
                ratios.add(bare / ours);
            }
        }
        ratios.sort(Comparator.naturalOrder());
        print("median ratio %.2f (%d feeds of %d KB on average a round, one after the other)%n"
                .formatted(ratios.get(ratios.size() / 2), feeds.size(), bytes / feeds.size() / 1000));
    }

    /** Seconds for all feeds. */
    private double bare() throws IOException, FeedException {
        long start = System.nanoTime();
        int items = 0;
        for (byte[] feed : feeds) {
            SyndFeed read = new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(feed)));
            items += read.getEntries().size();
        }
        return seconds(start, items);
    }

    private double ours() throws UnreadableFeedException {
        long start = System.nanoTime();
        int items = 0;
        for (byte[] feed : feeds) {
            items += reader.read(feed, "application/xml", ADDRESS).items().size();
        }
        return seconds(start, items);
    }

    private double seconds(long start, int items) {
        if (items < 10 * feeds.size()) {
            throw new IllegalStateException("only " + items + " items were read");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    @SuppressWarnings("SystemOut")
    private static void print(String line) {
        System.out.print(String.format(Locale.ROOT, "%s", line));
    }
}
