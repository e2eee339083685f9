package io.dyadwire.bench.feeds;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Feeds that grow with time, each on a loopback address of its own, as if each were another host. Every fiftieth takes
 * the request and never answers. Writes down what it showed, so that what was published can be held against it.
 */
final class FeedFarm implements AutoCloseable {
    private static final int HANGING_EACH = 50;
    private static final int LISTED = 20;
    private static final int OLD_ITEMS = 5;
    private static final String WORDS =
            "The ministers of both states met again and spoke of trade, borders and ships. ";

    private final HttpServer server;
    private final Instant start = Instant.now();
    private final AtomicIntegerArray shown;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong unconditional = new AtomicLong();
    private final CountDownLatch closed = new CountDownLatch(1);

    FeedFarm(int feeds) throws IOException {
        shown = new AtomicIntegerArray(feeds);
        // All of 127.0.0.0/8 is this machine; only the unspecified address listens on all of it.
        server = HttpServer.create(new InetSocketAddress(0), 1_000);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Where feed {@code i} is, 0 to the number of feeds. */
    URI address(int i) {
        return URI.create("http://127.%d.%d.%d:%d/feed/%d"
                .formatted(
                        1 + (i >> 16),
                        (i >> 8) & 255,
                        i & 255,
                        server.getAddress().getPort(),
                        i));
    }

    static boolean hangs(int feed) {
        return feed % HANGING_EACH == HANGING_EACH - 1;
    }

    /** How many items each feed has shown in answers by now; item numbers start at 0. */
    int[] shown() {
        int[] copy = new int[shown.length()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = shown.get(i);
        }
        return copy;
    }

    long requests() {
        return requests.get();
    }

    /** Requests without validators, first ones included. */
    long unconditional() {
        return unconditional.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            int feed = Integer.parseInt(exchange.getRequestURI().getPath().substring("/feed/".length()));
            requests.incrementAndGet();
            if (hangs(feed)) {
                closed.await(90, TimeUnit.SECONDS);
                return;
            }
            send(exchange, feed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(HttpExchange exchange, int feed) throws IOException {
        int items = OLD_ITEMS
                + (int) (Duration.between(start, Instant.now()).toMillis()
                        / newsEvery(feed).toMillis());
        String tag = "\"" + items + "\"";
        String asked = exchange.getRequestHeaders().getFirst("If-None-Match");
        if (asked == null) {
            unconditional.incrementAndGet();
        }
        exchange.getResponseHeaders().set("ETag", tag);
        exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
        if (tag.equals(asked)) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        byte[] body = rss(feed, items).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
        shown.accumulateAndGet(feed, items, Math::max);
    }

    /** Two to twenty minutes. */
    private static Duration newsEvery(int feed) {
        return Duration.ofSeconds(120 + feed * 7L % 1_080);
    }

    private static String rss(int feed, int items) {
        StringBuilder xml = new StringBuilder(16_000)
                .append("<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>Feed ")
                .append(feed)
                .append("</title><link>http://example.org/</link><description>News</description>");
        for (int item = items - 1; item >= Math.max(0, items - LISTED); item--) {
            xml.append("<item><title>Item ")
                    .append(item)
                    .append(" of feed ")
                    .append(feed)
                    .append("</title><link>");
            xml.append("http://news-")
                    .append(feed)
                    .append(".example.org/")
                    .append(item)
                    .append("</link><description>");
            xml.append(WORDS.repeat(6)).append("</description></item>");
        }
        return xml.append("</channel></rss>").toString();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
