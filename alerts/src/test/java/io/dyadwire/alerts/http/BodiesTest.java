package io.dyadwire.alerts.http;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.http.Server.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dyadwire.alerts.access.Tokens;
import io.dyadwire.alerts.backtest.Backtests;
import io.dyadwire.alerts.delivery.Deliveries;
import io.dyadwire.alerts.delivery.EndpointId;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.rules.RulesException;
import io.dyadwire.alerts.rules.RulesFile;
import io.dyadwire.alerts.told.AlertView;
import io.dyadwire.alerts.told.TestAlerts;
import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.alert.Delivery;
import io.dyadwire.contract.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every path that takes a body: what is no body for it is refused in words, and nothing is written. */
class BodiesTest {
    private static final Map<String, String> GOOD = Map.of(
            AlertsApi.ALERT + "/ack",
            "{\"comment\": \"seen\"}",
            AlertsApi.ALERT + "/snooze",
            "{\"for\": \"PT1H\", \"comment\": \"later\"}",
            AlertsApi.ALERT + "/rate",
            "{\"verdict\": \"useful\", \"comment\": \"well\"}",
            BacktestsApi.BACKTEST,
            "{\"since\": \"P1D\", \"rules\": [{\"desk\": \"asia\", \"keywords\": \"ferry\"}]}",
            DeliveriesApi.CHANNEL + "/enable",
            "{\"replay\": false}",
            DeliveriesApi.CHANNEL + "/disable",
            "{\"comment\": \"moved\"}",
            RulesApi.RULE,
            "{\"desk\": \"asia\", \"keywords\": \"ferry\", \"severity\": \"info\"}",
            SilencesApi.SILENCES,
            "{\"desk\": \"asia\", \"for\": \"PT1H\", \"comment\": \"storm\"}");

    private final List<Object> written = new ArrayList<>();
    private final AlertView alerts = TestAlerts.complete("asia");
    private final LiveRules live = rules();
    private final Server server = open(HttpConfig.DEFAULTS);

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<Endpoint> routes() {
        return OpenApiTest.endpoints().stream().filter(Endpoint::hasBody);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void shouldRefuseWhatIsNoBody(Endpoint route) throws Exception {
        for (Map.Entry<String, String> bad : bad(route).entrySet()) {
            assertThat(refused(bad.getKey(), ask(server, route, bad.getValue())))
                    .as(bad.getKey())
                    .isIn(400, 413, 422);
        }
        String good = good(route);
        assertThat(refused("form", ask(server, route, good, "Content-Type", "application/x-www-form-urlencoded")))
                .isEqualTo(415);
        assertThat(refused("text", ask(server, route, good, "Content-Type", "text/plain")))
                .isEqualTo(415);
        assertThat(refused("origin", ask(server, route, good, "Origin", "https://evil.example")))
                .isEqualTo(403);
        try (Server guarded = open(new HttpConfig("127.0.0.1", 0, Tokens.single("a".repeat(32))))) {
            assertThat(refused("nobody", ask(guarded, route, good))).isEqualTo(401);
            assertThat(refused("a guess", ask(guarded, route, good, "Authorization", "Bearer " + "b".repeat(32))))
                    .isEqualTo(401);
        }
        assertThat(written).isEmpty();
        assertThat(server.actions).isEmpty();
        assertThat(live.records()).isEmpty();

        assertThat(ask(server, route, good).statusCode()).as("what is right").isBetween(200, 202);
    }

    /** A byte a second, without end. */
    @Test
    void shouldNotWaitForEverForABodyThatComesSlowly() {
        AtomicLong seconds = new AtomicLong();
        InputStream slow = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                into[from] = ' ';
                seconds.incrementAndGet();
                return 1;
            }
        };

        assertThatThrownBy(() -> Request.bytes(slow, () -> TimeUnit.SECONDS.toNanos(seconds.get())))
                .hasMessage("the body did not come within 10 seconds")
                .extracting(e -> ((RefusedException) e).status().getCode())
                .isEqualTo(408);
        assertThat(seconds).hasValue(10);
    }

    private static Map<String, String> bad(Endpoint route) throws Exception {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("nothing", "");
        bad.put("null", "null");
        bad.put("list", "[]");
        bad.put("text", "\"text\"");
        bad.put("broken", "{\"comment\": ");
        bad.put("two", "{} {}");
        bad.put("comment twice", "{\"comment\": \"a\", \"comment\": \"b\"}");
        bad.put("10 MB", "{\"comment\": \"" + "x".repeat(10 << 20) + "\"}");
        bad.put("10,000 deep", "{\"comment\": ".repeat(10_000) + "1" + "}".repeat(10_000));
        bad.put("10,000 lists", "{\"comment\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}");
        bad.put("many digits", "{\"comment\": " + "9".repeat(100_000) + "}");
        bad.put("huge number", "{\"comment\": 1e999999999}");
        bad.put("prototype", "{\"__proto__\": {\"admin\": true}}");
        bad.put("constructor", "{\"constructor\": {\"prototype\": {\"admin\": true}}}");
        ObjectNode good = (ObjectNode) Json.mapper().readTree(good(route));
        for (String wrong : List.of("5", "{\"a\": 1}", "[[]]", "\"\\u0000\\n\"")) {
            good.fieldNames().forEachRemaining(field -> bad.put(field + " as " + wrong, with(good, field, wrong)));
        }
        return bad;
    }

    private static String with(ObjectNode good, String field, String value) {
        try {
            JsonNode wrong = Json.mapper().readTree(value);
            return good.deepCopy().set(field, wrong).toString();
        } catch (IOException e) {
            throw new IllegalArgumentException(value, e);
        }
    }

    /** The status of an answer that is a problem as it should be. */
    private static int refused(String what, HttpResponse<String> answer) throws Exception {
        assertThat(answer.headers().firstValue("Content-Type")).as(what).hasValue(Problem.MEDIA_TYPE);
        JsonNode problem = json(answer);
        assertThat(problem.get("status").intValue()).as(what).isEqualTo(answer.statusCode());
        assertThat(problem.get("detail").textValue()).as(what).isNotBlank();
        assertThat(answer.body())
                .as(what)
                .hasSizeLessThan(2_000)
                .doesNotContain("Exception")
                .doesNotContain("\\tat ")
                .doesNotContain("io.dyadwire");
        return answer.statusCode();
    }

    private static HttpResponse<String> ask(Server server, Endpoint route, String body, String... headers)
            throws Exception {
        String path = route.path()
                .replace("{desk}", "asia")
                .replace("{channel}", "duty")
                .replace("{id}", route.path().startsWith(AlertsApi.ALERTS) ? "a" : "ferry");
        return server.ask(route.method().name(), path, body, headers);
    }

    /** For each path there is one, so that a new one cannot be forgotten. */
    private static String good(Endpoint route) {
        assertThat(GOOD).containsKey(route.path());
        return GOOD.get(route.path());
    }

    private Server open(HttpConfig config) {
        TestAlerts.put(alerts, TestAlerts.alert("a", "asia", T0), 0);
        Server opened = new Server(config, live, () -> null, alerts, () -> T0);
        opened.deliveries = new Known();
        opened.backtests = new Backtests(since -> {
            written.add(since);
            throw new IllegalStateException("no news here");
        });
        return opened;
    }

    private static LiveRules rules() {
        try {
            var book = RulesFile.parse(
                    "rules.yaml",
                    "desks: [{id: asia, channels: [{kind: file, name: duty, file: a.jsonl}]}]",
                    Path.of("."),
                    Set.of());
            return LiveRules.of(book, () -> T0);
        } catch (RulesException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Known implements Deliveries {
        @Override
        public boolean isComplete() {
            return true;
        }

        @Override
        public List<Delivery> newest() {
            return List.of();
        }

        @Override
        public @Nullable ChannelStatus status(EndpointId id) {
            return null;
        }

        @Override
        public int waiting(EndpointId id) {
            return 0;
        }

        @Override
        public void ask(ChannelStatus status, Collection<Delivery> again) {
            written.add(status);
        }
    }
}
