package io.dyadwire.runner.ops;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.json.Json;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code GET /healthz}: 200 while the process does its work, 503 with the service that stopped for good. It never asks
 * Kafka, or an outage there would restart everything here. {@code GET /readyz}: 200 when all services are ready, else
 * 503 with the reasons. {@code GET /metrics}: Prometheus text. All else is 404.
 */
public final class OpsServer implements AutoCloseable {
    private final Javalin server;

    private OpsServer(Javalin server) {
        this.server = server;
    }

    /**
     * Listens.
     *
     * @param port 0 takes a free one
     * @param dead the service that has stopped for good, if one has
     * @param problems by service, why it is not ready
     * @throws IllegalStateException when it cannot listen there
     */
    public static OpsServer start(
            String host,
            int port,
            Supplier<Optional<String>> dead,
            Supplier<Map<String, List<String>>> problems,
            PrometheusMeterRegistry metrics) {
        Check.text("ops.host", host);
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.concurrency.useVirtualThreads = true;
            config.routes.get("/healthz", context -> answerHealth(context, dead.get()));
            config.routes.get("/readyz", context -> answerReady(context, problems.get()));
            config.routes.get("/metrics", context -> answerMetrics(context, metrics));
        });
        try {
            server.start(host, port);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "cannot listen on " + host + ":" + port + " for health and metrics (" + e.getMessage()
                            + "): give another port with --ops-port or ops.port",
                    e);
        }
        return new OpsServer(server);
    }

    /** Where it listens. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void answerHealth(Context context, Optional<String> dead) throws Exception {
        json(
                context,
                dead.isEmpty(),
                dead.map(name -> Map.<String, Object>of("alive", false, "stopped", name))
                        .orElse(Map.of("alive", true)));
    }

    private static void answerReady(Context context, Map<String, List<String>> problems) throws Exception {
        boolean ready = problems.isEmpty();
        json(context, ready, ready ? Map.of("ready", true) : Map.of("ready", false, "problems", problems));
    }

    private static void answerMetrics(Context context, PrometheusMeterRegistry metrics) {
        context.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.scrape());
    }

    private static void json(Context context, boolean good, Map<String, Object> answer) throws Exception {
        context.status(good ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType("application/json")
                .result(Json.mapper().writeValueAsBytes(answer));
    }
}
