package io.dyadwire.runner.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Receivers by name: {@code slow} takes its time, {@code failing} fails for a while, all others answer at once. They keep the ids
 * that they took, and who brought the latest.
 */
final class Receivers implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(1);
    private final Map<String, List<String>> taken = new ConcurrentHashMap<>();
    private final Map<String, String> broughtBy = new ConcurrentHashMap<>();
    private final Duration slowness;
    private volatile boolean failing = true;

    Receivers(Duration slowness) throws IOException {
        this.slowness = slowness;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    URI url(String name) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
    }

    void mend() {
        failing = false;
    }

    List<String> taken(String name) {
        return taken.getOrDefault(name, List.of());
    }

    /** The instance that brought the latest; null when there is none. */
    @Nullable
    String broughtBy(String name) {
        return broughtBy.get(name);
    }

    private void take(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(1);
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        exchange.getRequestBody().readAllBytes();
        if (name.equals("failing") && failing) {
            answer(exchange, 503);
        } else if (name.equals("slow")) {
            ScheduledFuture<?> unused =
                    later.schedule(() -> took(exchange, name, id), slowness.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            took(exchange, name, id);
        }
    }

    private void took(HttpExchange exchange, String name, String id) {
        taken.computeIfAbsent(name, key -> new CopyOnWriteArrayList<>()).add(id);
        broughtBy.put(name, exchange.getRequestHeaders().getFirst("user-agent"));
        answer(exchange, 204);
    }

    private static void answer(HttpExchange exchange, int status) {
        try (exchange) {
            exchange.sendResponseHeaders(status, -1);
        } catch (IOException e) {
            // The other side was killed meanwhile.
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        later.shutdownNow();
    }
}
