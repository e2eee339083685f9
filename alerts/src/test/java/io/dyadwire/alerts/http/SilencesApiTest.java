package io.dyadwire.alerts.http;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.Samples.book;
import static io.dyadwire.alerts.http.Server.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.alerts.live.LiveRules;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Silences over HTTP, and desks and health. */
class SilencesApiTest {
    private static final String SILENCES = "/api/v1/silences";

    private Instant now = T0;
    private final LiveRules live =
            LiveRules.of(book("- {id: pact, desk: asia, keywords: herald OR times}\n"), () -> now);
    private final Server server = new Server(HttpConfig.DEFAULTS, live, () -> null, () -> now);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldAddShowAndEndASilence() throws Exception {
        HttpResponse<String> added = post(
                "{\"desk\": \"asia\", \"rule\": \"pact\", \"for\": \"PT8H\", \"comment\": \"the night desk has it\"}");

        assertThat(added.statusCode()).isEqualTo(201);
        String path = added.headers().firstValue("Location").orElseThrow();
        JsonNode silence = json(added);
        assertThat(silence.get("from").textValue()).isEqualTo("2019-08-14T03:00:00Z");
        assertThat(silence.get("until").textValue()).isEqualTo("2019-08-14T11:00:00Z");
        assertThat(silence.get("by").textValue()).isEqualTo("localhost");
        assertThat(live.silences()).hasSize(1);
        assertThat(json(server.get(path))).isEqualTo(silence);
        assertThat(json(server.get(SILENCES + "?desk=asia")).get("silences")).containsExactly(silence);
        assertThat(json(server.get(SILENCES + "?desk=world")).get("silences")).isEmpty();

        assertThat(server.ask("DELETE", path, null).statusCode()).isEqualTo(204);
        assertThat(live.silences()).isEmpty();
        assertThat(server.get(path).statusCode()).isEqualTo(404);
        assertThat(server.ask("DELETE", path, null).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldNotShowWhatIsOver() throws Exception {
        post("{\"desk\": \"asia\", \"until\": \"2019-08-14T04:00:00Z\"}");
        now = T0.plusSeconds(3600);

        assertThat(json(server.get(SILENCES)).get("silences")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"desk": "asia"}                                          | until: give either until
            {"desk": "asia", "for": "PT8H", "until": "2019-08-15T00:00:00Z"} | until: give either until
            {"desk": "asia", "for": "8 hours"}                        | for: '8 hours' is not a length of time
            {"desk": "asia", "for": "-PT8H"}                          | for: '-PT8H' is not between
            {"desk": "asia", "until": "2019-08-13T00:00:00Z"}         | until: 2019-08-13T00:00:00Z is not to come
            {"desk": "asia", "until": "2029-08-13T00:00:00Z"}         | until: 2029-08-13T00:00:00Z is more than a year away
            {"desk": "nobody", "for": "PT8H"}                         | desk: 'nobody' is not one of the desks
            {"desk": "world", "rule": "pact", "for": "PT8H"}          | rule: desk 'world' has no rule 'pact'
            {"desk": "asia", "for": "PT8H", "by": "me"}               | by: is not known here
            {"desk": "asia", "for": "PT8H", "comment": "a\\nb"}       | comment: must be one line
            {"desk": "asia", "for": "PT999999999999999999H"}          | for: 'PT999999999999999999H' is not a length of time
            """)
    void shouldTellEachMistakeWithItsPlace(String body, String mistake) throws Exception {
        HttpResponse<String> answer = post(body);

        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode error = json(answer).get("errors").get(0);
        assertThat(error.get("path").textValue() + ": " + error.get("detail").textValue())
                .startsWith(mistake);
        assertThat(live.silences()).isEmpty();
    }

    @Test
    void shouldShowDesksAndHealth() throws Exception {
        assertThat(json(server.get("/api/v1/desks")).toString()).isEqualTo("""
                {"desks":[{"id":"asia","name":"Asia desk","zone":"Asia/Tokyo","rules":1,"topic":"news.alerts.asia"},\
                {"id":"world","name":"World desk","zone":"Z","rules":0,"topic":"news.alerts.world"}]}""");
        assertThat(server.get("/api/v1/health").body()).isEqualTo("{\"ready\":true,\"problems\":[]}");
        server.problems.add("alerts: waiting for Kafka");
        HttpResponse<String> ill = server.get("/api/v1/health");
        assertThat(ill.statusCode()).isEqualTo(503);
        assertThat(ill.body()).isEqualTo("{\"ready\":false,\"problems\":[\"alerts: waiting for Kafka\"]}");
    }

    private HttpResponse<String> post(String body) throws Exception {
        return server.ask("POST", SILENCES, body);
    }
}
