package io.dyadwire.runner.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpsServerTest {
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile Optional<String> dead = Optional.empty();
    private volatile Map<String, List<String>> problems = Map.of();
    private OpsServer server;

    @BeforeEach
    void start() {
        server = OpsServer.start("127.0.0.1", 0, () -> dead, () -> problems, metrics);
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    @Test
    void shouldBeAliveUntilAServiceStops() throws Exception {
        assertThat(get("/healthz").statusCode()).isEqualTo(200);

        dead = Optional.of("processor");

        assertThat(get("/healthz").statusCode()).isEqualTo(503);
        assertThat(get("/healthz").body()).contains("\"stopped\":\"processor\"", "\"alive\":false");
    }

    @Test
    void shouldSayWhyItIsNotReady() throws Exception {
        problems = Map.of("ingest", List.of("no answer from kafka:9092"));

        assertThat(get("/readyz").statusCode()).isEqualTo(503);
        assertThat(get("/readyz").body())
                .contains("\"ready\":false")
                .contains("\"problems\":{\"ingest\":[\"no answer from kafka:9092\"]}");
        assertThat(get("/healthz").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldBeReadyWithoutProblems() throws Exception {
        HttpResponse<String> answer = get("/readyz");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"ready\":true}");
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    }

    @Test
    void shouldGiveMetricsAsPrometheusText() throws Exception {
        metrics.counter("articles.published").increment(3);

        HttpResponse<String> answer = get("/metrics");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
        assertThat(answer.body().lines()).contains("articles_published_total 3.0");
    }

    @Test
    void shouldKnowNothingElse() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldSayThatThePortIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            assertThatThrownBy(() -> OpsServer.start("127.0.0.1", port, () -> dead, () -> problems, metrics))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("cannot listen on 127.0.0.1:" + port + " for health and metrics")
                    .hasMessageContaining("--ops-port");
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
