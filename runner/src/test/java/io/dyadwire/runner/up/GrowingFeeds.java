package io.dyadwire.runner.up;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * Feeds over HTTP on loopback that get new items all the time, and one that always asks for patience; the ledger of all
 * items they ever had, and of all requests.
 */
final class GrowingFeeds implements AutoCloseable {
    /** For which one is asked to wait, by the clock: a minute in truth, longer than from one kill to the next start. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    /** When a feed was asked for, by the clock. */
    record Request(Instant at, URI feed) {}

    private final HttpServer server;
    private final InstantSource clock;
    private final List<List<String>> feeds = new ArrayList<>();
    private final List<URI> ledger = new ArrayList<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    GrowingFeeds(int count, InstantSource clock) throws IOException {
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        for (int feed = 0; feed < count; feed++) {
            feeds.add(new ArrayList<>());
            int number = feed;
            server.createContext("/feed/" + feed, exchange -> answer(exchange, number));
            add();
        }
        server.createContext("/busy", this::askForPatience);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    List<URI> addresses() {
        List<URI> addresses = new ArrayList<>();
        for (int feed = 0; feed < feeds.size(); feed++) {
            addresses.add(address("/feed/" + feed));
        }
        return addresses;
    }

    /** The one that never has anything but {@code Retry-After}. */
    URI busy() {
        return address("/busy");
    }

    /** All requests there ever were, in their order. */
    List<Request> requests() {
        return List.copyOf(requests);
    }

    /** One more item, on the next feed in turn. */
    synchronized void add() {
        int number = ledger.size();
        URI link = address("/item/" + number);
        ledger.add(link);
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
        feeds.get(number % feeds.size()).addFirst("""
                <item><title>Dispatch %d</title><link>%s</link><guid>%s</guid><pubDate>%s</pubDate>
                <description>Oslo and Stockholm hold talks, dispatch %d says.</description></item>
                """.formatted(number, link, link, date, number));
    }

    /** Every item there ever was. */
    synchronized List<String> ledger() {
        return ledger.stream().map(URI::toString).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void answer(HttpExchange exchange, int feed) throws IOException {
        requests.add(
                new Request(clock.instant(), address(exchange.getRequestURI().getPath())));
        byte[] body = rss(feed).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void askForPatience(HttpExchange exchange) throws IOException {
        requests.add(new Request(clock.instant(), busy()));
        exchange.getResponseHeaders().set("Retry-After", Long.toString(PATIENCE.toSeconds()));
        exchange.sendResponseHeaders(429, -1);
        exchange.close();
    }

    private synchronized String rss(int feed) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Feed " + feed + "</title><link>"
                + address("/") + "</link><description>grows</description>" + String.join("", feeds.get(feed))
                + "</channel></rss>";
    }
}
