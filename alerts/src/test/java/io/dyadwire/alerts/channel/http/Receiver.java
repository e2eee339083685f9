package io.dyadwire.alerts.channel.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dyadwire.outbound.AllowList;
import io.dyadwire.outbound.OutboundConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A desk's own server: answers as told, 204 when not told otherwise, and keeps what it was sent. */
public final class Receiver implements AutoCloseable {
    public record Message(Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.get(name).getFirst();
        }
    }

    private final HttpServer server;
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<Message> messages = new ArrayList<>();

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/hook", this::take);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    public static OutboundConfig outbound() {
        return OutboundConfig.defaults("Dyadwire/test (+https://dyadwire.example)")
                .withAllow(AllowList.of("127.0.0.0/8"));
    }

    /** Answers so, in this order: a status, and after a blank what Retry-After says. */
    public synchronized void answer(String... statuses) {
        answers.addAll(List.of(statuses));
    }

    public synchronized List<Message> messages() {
        return List.copyOf(messages);
    }

    private synchronized void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        messages.add(new Message(Map.copyOf(exchange.getRequestHeaders()), body));
        String[] answer = (answers.isEmpty() ? "204" : answers.removeFirst()).split(" ", -1);
        if (answer.length > 1) {
            exchange.getResponseHeaders().add("Retry-After", answer[1]);
        }
        exchange.sendResponseHeaders(Integer.parseInt(answer[0]), -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
