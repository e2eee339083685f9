package io.dyadwire.alerts.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.alerts.Samples;
import io.dyadwire.alerts.backtest.ArticleSource;
import io.dyadwire.alerts.backtest.Backtests;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.rules.RulesFile;
import io.dyadwire.contract.tag.TaggedArticle;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BacktestsApiTest {
    private static final Instant NOW = Samples.T0.plus(Duration.ofDays(1));
    private static final String DRAFT =
            "{\"since\": \"P2D\", \"rules\": [{\"desk\": \"asia\", \"pairs\": [\"JPN-KOR\"]}]}";

    private final AtomicReference<Instant> since = new AtomicReference<>();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private Server server;

    @BeforeEach
    void start() throws Exception {
        var book = RulesFile.parse("rules.yaml", "desks: [{id: asia}]\n", Path.of("."), Set.of());
        server = new Server(HttpConfig.DEFAULTS, LiveRules.of(book, () -> NOW), () -> null, () -> NOW);
        server.backtests = new Backtests(from -> {
            since.set(from);
            return this::read;
        });
    }

    @AfterEach
    void stop() {
        goOn.countDown();
        server.close();
    }

    @Test
    void shouldRunADraftAndShowWhatCameOfIt() throws Exception {
        HttpResponse<String> started = server.ask("POST", "/api/v1/rules/backtest", DRAFT);

        assertThat(started.statusCode()).isEqualTo(202);
        String place = started.headers().firstValue("Location").orElseThrow();
        assertThat(Server.json(started).path("state").asText()).isEqualTo("running");
        assertThat(server.ask("POST", "/api/v1/rules/backtest", DRAFT).statusCode())
                .isEqualTo(429);

        goOn.countDown();
        JsonNode done = ended(place);
        assertThat(done.path("state").asText()).isEqualTo("done");
        assertThat(done.path("read").asLong())
                .isEqualTo(done.path("of").asLong())
                .isEqualTo(3);
        assertThat(done.at("/report/articles").asLong()).isEqualTo(3);
        assertThat(done.at("/report/rules/0/rule").asText()).isEqualTo("draft-1");
        assertThat(done.at("/report/rules/0/hits").asLong()).isEqualTo(3);
        assertThat(since.get()).isEqualTo(NOW.minus(Duration.ofDays(2)));
    }

    @Test
    void shouldEndOneThatIsNotWantedAnyMore() throws Exception {
        String place = server.ask("POST", "/api/v1/rules/backtest", DRAFT)
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(server.ask("DELETE", place, null).statusCode()).isEqualTo(204);
        goOn.countDown();

        assertThat(ended(place).path("state").asText()).isIn("cancelled", "done");
        assertThat(server.get("/api/v1/backtests/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldNameEachMistakeInItsPlace() throws Exception {
        HttpResponse<String> answer = server.ask(
                "POST",
                "/api/v1/rules/backtest",
                "{\"rules\": [{\"desk\": \"mars\", \"pairs\": [\"JPN-KOR\"]}, {\"desk\": \"asia\", \"keywords\": \"a AND\"}]}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Server.json(answer).path("errors"))
                .extracting(error -> error.path("path").asText())
                .containsExactly("rules[0].desk", "rules[1].keywords");
        assertThat(server.ask("POST", "/api/v1/rules/backtest", "{\"since\": \"P90D\", \"rules\": []}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(server.ask("POST", "/api/v1/rules/backtest", "{}").statusCode())
                .isEqualTo(422);
    }

    private JsonNode ended(String place) throws Exception {
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        !Server.json(server.get(place)).path("state").asText().equals("running"));
        return Server.json(server.get(place));
    }

    private void read(ArticleSource.Reader reader) {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (int i = 1; i <= 3; i++) {
            TaggedArticle tagged = Samples.tagged("a" + i);
            if (!reader.take(new ArticleSource.Step(tagged, tagged.article().fetchedAt(), i, 3))) {
                return;
            }
        }
    }
}
