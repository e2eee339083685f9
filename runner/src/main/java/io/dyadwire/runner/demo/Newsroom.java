package io.dyadwire.runner.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * A handful of publishers on one loopback server. Articles appear in their feeds, and at their links, as the clock given
 * passes their publication. {@code /publisher/feed} answers 304 while nothing is new; {@code /publisher/slug.html} is an
 * article; one publisher's feed is broken, always.
 */
public final class Newsroom implements AutoCloseable {
    static final String BROKEN = "coastal-bulletin";
    static final String BROKEN_TITLE = "Coastal Bulletin";
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

    private final InstantSource clock;
    private final Archive archive;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Newsroom(InstantSource clock, Archive archive, HttpServer server) {
        this.clock = clock;
        this.archive = archive;
        this.server = server;
    }

    /** Opens on a free port of 127.0.0.1. */
    public static Newsroom open(InstantSource clock) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Newsroom newsroom = new Newsroom(clock, Archive.bundled(), server);
            server.setExecutor(newsroom.threads);
            server.createContext("/", newsroom::answer);
            server.start();
            return newsroom;
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's newsroom cannot listen on 127.0.0.1", e);
        }
    }

    /** Where it is, such as {@code http://127.0.0.1:40123/}. */
    public URI site() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Where its feeds are, the broken one's too. */
    public List<URI> feeds() {
        return Stream.concat(archive.publications().stream().map(Publication::id), Stream.of(BROKEN))
                .map(id -> site().resolve("/" + id + "/feed"))
                .toList();
    }

    /** Its feeds as OPML, as ingest reads it. */
    public String opml() {
        return Opml.of(archive.publications(), site());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().substring(1).split("/", -1);
            Instant now = clock.instant();
            if (path.length == 2 && path[1].equals("feed")) {
                answerFeed(exchange, path[0], now);
            } else if (path.length == 2 && path[1].endsWith(".html")) {
                String slug = path[1].substring(0, path[1].length() - ".html".length());
                answerPage(exchange, path[0], slug, now);
            } else {
                notFound(exchange);
            }
        }
    }

    private void answerFeed(HttpExchange exchange, String name, Instant now) throws IOException {
        if (name.equals(BROKEN)) {
            send(exchange, 200, "application/rss+xml", FeedText.BROKEN);
            return;
        }
        Optional<Publication> publication = archive.publication(name);
        if (publication.isEmpty()) {
            notFound(exchange);
            return;
        }
        List<Item> items = archive.items(publication.get(), now, site());
        Instant newest = items.isEmpty() ? DemoClock.START : items.getFirst().published();
        String etag = "\"" + name + "-" + items.size() + "\"";
        String modified = HTTP_DATE.format(newest.atOffset(ZoneOffset.UTC));
        exchange.getResponseHeaders().set("ETag", etag);
        exchange.getResponseHeaders().set("Last-Modified", modified);
        if (isUnchanged(exchange, etag, modified)) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        send(exchange, 200, contentType(publication.get()), FeedText.of(publication.get(), items, site()));
    }

    /** RFC 9110, section 13.2.2: the tag decides if there is one, else the date. */
    private static boolean isUnchanged(HttpExchange exchange, String etag, String modified) {
        String known = exchange.getRequestHeaders().getFirst("If-None-Match");
        return known == null
                ? modified.equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"))
                : known.equals(etag);
    }

    private void answerPage(HttpExchange exchange, String name, String slug, Instant now) throws IOException {
        Optional<Story> story = archive.story(name, slug, now);
        if (story.isEmpty()) {
            notFound(exchange);
            return;
        }
        URI link = site().resolve(exchange.getRequestURI().getPath());
        String html = ArticlePage.html(archive.publication(name).orElseThrow(), story.get(), link);
        send(exchange, 200, "text/html", html);
    }

    private static String contentType(Publication publication) {
        return switch (publication.format()) {
            case RSS2 -> "application/rss+xml";
            case RSS1 -> "application/rdf+xml";
            case ATOM -> "application/atom+xml";
        };
    }

    private static void notFound(HttpExchange exchange) throws IOException {
        send(exchange, 404, "text/plain", "There is nothing here, or not yet.\n");
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
