package io.dyadwire.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A WebSub hub on loopback. It writes down what it is asked, and calls back when the test says so. */
final class Hub implements AutoCloseable {
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 202;
    private volatile Map<String, String> headers = Map.of();

    Hub(String address) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 50);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI uri() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/hub");
    }

    void tell(int newStatus, Map<String, String> newHeaders) {
        status = newStatus;
        headers = newHeaders;
    }

    /** The forms that were posted, in order. */
    List<Map<String, String>> asked() {
        return List.copyOf(asked);
    }

    /** Calls back with {@code hub.challenge}, and gives what is answered. */
    HttpResponse<String> callBack(Map<String, String> form, String mode, String topic, long lease) throws Exception {
        String query = "hub.mode=" + mode + "&hub.topic=" + URLEncoder.encode(topic, StandardCharsets.UTF_8)
                + "&hub.challenge=riddle&hub.lease_seconds=" + lease;
        return send(HttpRequest.newBuilder(URI.create(form.get("hub.callback") + "?" + query)));
    }

    HttpResponse<String> confirm(Map<String, String> form, long lease) throws Exception {
        return callBack(form, form.get("hub.mode"), form.get("hub.topic"), lease);
    }

    /** Tells of news, signed with this key. */
    int ping(Map<String, String> form, String body, String key) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        return pingWithHeader(form, body, "sha256=" + signature);
    }

    int pingWithHeader(Map<String, String> form, String body, String signature) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(form.get("hub.callback")))
                        .header("X-Hub-Signature", signature)
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> form = new HashMap<>();
        for (String field : body.split("&", -1)) {
            int equals = field.indexOf('=');
            form.put(
                    field.substring(0, equals), URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
        }
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
        asked.add(form);
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
