package io.dyadwire.ingest;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Feeds on loopback: each path answers as it was last told; every request is written down. */
public final class Newsroom implements AutoCloseable {
    /** One answer; {@code headers} beside what every answer has. */
    public record Answer(int status, Map<String, String> headers, String body) {}

    /** What a request said. */
    public record Request(Instant at, String path, Map<String, List<String>> headers) {
        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    private final InstantSource clock;
    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    public Newsroom() {
        this(InstantSource.system());
    }

    /** @param clock the time of each request */
    public Newsroom(InstantSource clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    public void tell(String path, int status, String body) {
        answers.put(path, new Answer(status, Map.of(), body));
    }

    public void tell(String path, Answer answer) {
        answers.put(path, answer);
    }

    public List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path.equals(path)).toList();
    }

    /** All of them, in order. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** An RSS feed of items with these titles, each with an address of its own. */
    public static String rss(String... titles) {
        StringBuilder xml = new StringBuilder("<rss version=\"2.0\"><channel><title>News</title>");
        for (String title : titles) {
            xml.append("<item><title>").append(title).append("</title><link>https://news.example/");
            xml.append(title.replace(' ', '-')).append("</link><description>About it.</description></item>");
        }
        return xml.append("</channel></rss>").toString();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        requests.add(new Request(clock.instant(), path, Map.copyOf(exchange.getRequestHeaders())));
        Answer answer = answers.getOrDefault(path, new Answer(404, Map.of(), "nobody here"));
        answer.headers.forEach(exchange.getResponseHeaders()::set);
        String etag = answer.headers.get("ETag");
        boolean same = etag != null && etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        byte[] body = same ? new byte[0] : answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(same ? 304 : answer.status, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
