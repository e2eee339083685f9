package io.dyadwire.alerts.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.alerts.backtest.Backtests;
import io.dyadwire.alerts.delivery.Deliveries;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.live.RuleStore;
import io.dyadwire.alerts.live.RuleWriter.Decision;
import io.dyadwire.alerts.live.RuleWriter.Edit;
import io.dyadwire.alerts.told.AlertView;
import io.dyadwire.alerts.told.Backlog;
import io.dyadwire.alerts.told.History;
import io.dyadwire.alerts.view.DeadlineView;
import io.dyadwire.alerts.view.PairView;
import io.dyadwire.contract.alert.DeskAction;
import io.dyadwire.contract.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The API on a free port with rules that a test keeps in memory, and a client for it. */
final class Server implements AutoCloseable {
    final List<String> problems = new ArrayList<>();

    @Nullable
    Backlog backlog;

    @Nullable
    History history;

    @Nullable
    Deliveries deliveries;

    @Nullable
    Backtests backtests;

    final PairView pairs = new PairView();

    final List<DeskAction> actions = new ArrayList<>();

    private final ApiServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    Server(HttpConfig config, LiveRules rules, Supplier<@Nullable DeadlineView> view, InstantSource clock) {
        this(config, rules, view, new AlertView(), clock);
    }

    Server(
            HttpConfig config,
            LiveRules rules,
            Supplier<@Nullable DeadlineView> view,
            AlertView alerts,
            InstantSource clock) {
        server = new Api(
                        rules,
                        () -> new Store(rules),
                        view,
                        alerts,
                        () -> actions::add,
                        () -> backlog,
                        () -> history,
                        () -> deliveries,
                        () -> backtests,
                        pairs,
                        () -> problems,
                        clock)
                .server(config.withPort(0));
        server.start();
    }

    /** Puts into the rules what is decided. */
    private record Store(LiveRules rules) implements RuleStore {
        @Override
        public <X extends Exception> Edit write(Decision<X> decision, Instant now) throws X {
            Edit edit = decision.on(rules.records());
            edit.put().forEach(rules::put);
            edit.remove().forEach(rules::remove);
            return edit;
        }
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return ask("GET", path, null, headers);
    }

    /** @param body sent as JSON; null for none */
    HttpResponse<String> ask(String method, String path, @Nullable String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (body != null && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    URI uri(String path) {
        return server.address().resolve(path);
    }

    static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return Json.mapper().readTree(answer.body());
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
