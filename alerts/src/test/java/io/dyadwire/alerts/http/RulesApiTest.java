package io.dyadwire.alerts.http;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.Samples.book;
import static io.dyadwire.alerts.http.Server.etag;
import static io.dyadwire.alerts.http.Server.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dyadwire.alerts.access.Tokens;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.RuleOrigin;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules over HTTP. */
class RulesApiTest {
    private static final String RULES = "/api/v1/rules";
    private static final String FILED = """
            - {id: notice, desk: asia, name: Notice, what: last day to give notice, due: 2019-08-23, remind: [P1D]}
            - {id: pact, desk: asia, keywords: herald OR times, alertOn: [deadlines], remind: [P3D]}
            - {id: trade, desk: world, keywords: tariffs, pairs: [JPN-KOR], severity: critical}
            """;
    private static final String FERRY = "{\"desk\": \"asia\", \"keywords\": \"ferry OR harbour\"}";

    private Instant now = T0;
    private final LiveRules live = LiveRules.of(book(FILED), () -> now);
    private final Server server = new Server(HttpConfig.DEFAULTS, live, () -> null, () -> now);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldMakeChangeAndDeleteARule() throws Exception {
        HttpResponse<String> made = put("ferry", FERRY);

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("Location")).hasValue(RULES + "/ferry");
        assertThat(json(made).toString()).isEqualTo("""
                {"kind":"match","version":1,"id":"ferry","desk":"asia","name":"ferry","keywords":"ferry OR harbour",\
                "alertOn":["articles"],"origin":"api","changedBy":"localhost","changedAt":"2019-08-14T03:00:00Z"}""");
        assertThat(live.rule(new RuleId("ferry"))).as("counts at once").isNotNull();

        now = T0.plusSeconds(60);
        HttpResponse<String> same = put("ferry", FERRY);
        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(etag(same)).as("asks for the same").isEqualTo(etag(made));

        ObjectNode edited = (ObjectNode) json(server.get(RULES + "/ferry"));
        HttpResponse<String> changed =
                put("ferry", edited.put("keywords", "ferry").toString());
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(json(changed).get("version").intValue()).isEqualTo(2);
        assertThat(json(changed).get("changedAt").textValue()).isEqualTo("2019-08-14T03:01:00Z");

        assertThat(server.ask("DELETE", RULES + "/ferry", null).statusCode()).isEqualTo(204);
        assertThat(server.get(RULES + "/ferry").statusCode()).isEqualTo(404);
        assertThat(server.ask("DELETE", RULES + "/ferry", null).statusCode()).isEqualTo(404);
        assertThat(live.rule(new RuleId("ferry"))).isNull();
    }

    @Test
    void shouldWriteOnlyOverWhatTheClientHasSeen() throws Exception {
        String first = etag(put("ferry", FERRY));
        String second = etag(put("ferry", "{\"desk\": \"asia\", \"keywords\": \"ferry\"}", "If-Match", first));

        HttpResponse<String> late = put("ferry", "{\"desk\": \"asia\", \"keywords\": \"quay\"}", "If-Match", first);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(json(late).get("detail").textValue()).contains("it is at " + second + " now");
        assertThat(server.ask("DELETE", RULES + "/ferry", null, "If-Match", first)
                        .statusCode())
                .isEqualTo(412);
        assertThat(put("ferry", FERRY, "If-None-Match", "*").statusCode()).isEqualTo(412);
        assertThat(put("other", FERRY, "If-Match", second).statusCode()).isEqualTo(412);
        assertThat(put("other", FERRY, "If-None-Match", "*").statusCode()).isEqualTo(201);
        assertThat(server.get(RULES + "/ferry", "If-None-Match", second).statusCode())
                .isEqualTo(304);

        server.ask("DELETE", RULES + "/ferry", null, "If-Match", "W/" + second);
        String again = etag(put("ferry", "{\"desk\": \"asia\", \"keywords\": \"quay\"}"));
        assertThat(again).as("not the version of before").startsWith("\"1.").isNotEqualTo(first);
    }

    @Test
    void shouldLeaveWhatTheFileKeeps() throws Exception {
        HttpResponse<String> answer = put("pact", FERRY);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).get("detail").textValue()).contains("stands in the rules file", "rules apply");
        assertThat(server.ask("DELETE", RULES + "/pact", null).statusCode()).isEqualTo(409);
        assertThat(json(server.get(RULES + "/pact")).get("origin").textValue()).isEqualTo("file");
    }

    @Test
    void shouldListPageByPage() throws Exception {
        for (int i = 10; i < 21; i++) {
            put("ferry-" + i, FERRY);
        }
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = json(server.get(RULES + "?desk=asia&kind=match&limit=5" + after));
            page.withArray("/rules").forEach(one -> ids.add(one.get("id").textValue()));
            after = page.has("next") ? "&after=" + page.get("next").textValue() : "";
        } while (!after.isEmpty());

        assertThat(ids).hasSize(12).isSorted().startsWith("ferry-10").endsWith("pact");
        assertThat(ids(RULES + "?kind=deadline")).containsExactly("notice");
        assertThat(ids(RULES + "?desk=world")).containsExactly("trade");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"desk": "asai", "keywords": "ferry"}                        | desk: 'asai' is not one of the desks: did you mean 'asia'?
            {"desk": "asia"}                                             | : needs at least one of keywords, countries, pairs, topics, due
            {"desk": "asia", "keywords": "ferry AND"}                    | keywords:
            {"desk": "asia", "keyword": "ferry", "pairs": ["JPN-KOR"]}   | keyword: is not known here: did you mean 'keywords'?
            {"desk": "asia", "pairs": ["JPN-KOR", "JPN"]}                | pairs[1]: 'JPN' is not
            {"desk": "asia", "keywords": 7}                              | keywords: must be text: put '7' in quotes
            {"desk": "asia", "pairs": "JPN-KOR"}                         | pairs: must be a list, such as [JPN-KOR]
            {"id": "other", "desk": "asia", "keywords": "ferry"}         | id: is not 'ferry', as the address has it
            {"desk": "asia", "due": "soon", "what": "notice"}            | due: 'soon' is not a day, such as 2019-08-24
            {"__proto__": {}, "desk": "asia", "keywords": "ferry"}       | __proto__: is not known here
            """)
    void shouldTellEachMistakeWithItsPlace(String body, String mistake) throws Exception {
        HttpResponse<String> answer = put("ferry", body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode error = json(answer).get("errors").get(0);
        assertThat(error.get("path").textValue() + ": " + error.get("detail").textValue())
                .startsWith(mistake);
        assertThat(live.rule(new RuleId("ferry"))).isNull();
    }

    @Test
    void shouldTellAllMistakesAtOnce() throws Exception {
        JsonNode answer = json(put("ferry", "{\"desk\": \"nowhere\", \"pairs\": [\"X\"], \"severity\": \"loud\"}"));

        assertThat(answer.get("detail").textValue()).isEqualTo("there are 3 mistakes in it");
        assertThat(answer.get("errors").findValuesAsText("path")).containsExactly("desk", "pairs[0]", "severity");
    }

    @Test
    void shouldTakeBackWhatItShows() throws Exception {
        for (Rule rule : List.copyOf(live.rules())) {
            live.put(rule.put(1, RuleOrigin.API, "somebody", T0));
            HttpResponse<String> shown = server.get(RULES + "/" + rule.id());
            HttpResponse<String> again = put(rule.id().value(), shown.body());

            assertThat(again.statusCode()).as(shown.body()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(shown.body());
        }
    }

    @Test
    void shouldKeepATokenToItsDesksAndScopes() throws Exception {
        String asia = "a".repeat(32);
        String reader = "b".repeat(32);
        Tokens tokens = Callers.tokens(
                Callers.token("asia-desk", asia, "rules:write", "asia"), Callers.token("reader", reader, "rules:read"));
        try (Server guarded = new Server(new HttpConfig("127.0.0.1", 0, tokens), live, () -> null, () -> now)) {
            String[] asAsia = {"Authorization", "Bearer " + asia};
            String[] asReader = {"Authorization", "Bearer " + reader};
            HttpResponse<String> made = guarded.ask("PUT", RULES + "/ferry", FERRY, asAsia);
            assertThat(json(made).get("changedBy").textValue()).isEqualTo("asia-desk");
            String other = FERRY.replace("asia", "world");
            HttpResponse<String> strange = guarded.ask("PUT", RULES + "/ferry", other, asAsia);
            assertThat(strange.statusCode()).isEqualTo(403);
            assertThat(json(strange).get("detail").textValue()).isEqualTo("the token is not for the desk 'world'");
            assertThat(guarded.ask("PUT", RULES + "/trade", FERRY, asAsia).statusCode())
                    .as("another desk's id")
                    .isEqualTo(403);
            assertThat(guarded.get(RULES + "/trade", asAsia).statusCode()).isEqualTo(404);
            assertThat(guarded.get(RULES + "?desk=world", asAsia).statusCode()).isEqualTo(403);
            assertThat(json(guarded.get(RULES, asAsia)).get("rules").findValuesAsText("desk"))
                    .containsOnly("asia");
            assertThat(json(guarded.get("/api/v1/desks", asAsia)).get("desks").findValuesAsText("id"))
                    .containsExactly("asia");

            HttpResponse<String> mayNot = guarded.ask("PUT", RULES + "/ferry", FERRY, asReader);
            assertThat(mayNot.statusCode()).isEqualTo(403);
            assertThat(json(mayNot).get("detail").textValue()).contains("rules:write");
            assertThat(guarded.get(RULES + "/trade", asReader).statusCode()).isEqualTo(200);
            assertThat(guarded.get("/deadlines?token=" + reader).statusCode())
                    .as("no scope for deadlines")
                    .isEqualTo(403);
            assertThat(guarded.get(RULES + "?token=" + reader).statusCode())
                    .as("no token in an address of the API")
                    .isEqualTo(401);
        }
    }

    @Test
    void shouldNameNoDeskThatATokenIsNotFor() throws Exception {
        String secret = "a".repeat(32);
        Tokens tokens = Callers.tokens(Callers.token("asia-desk", secret, "admin", "asia"));
        try (Server guarded = new Server(new HttpConfig("127.0.0.1", 0, tokens), live, () -> null, () -> now)) {
            String[] as = {"Authorization", "Bearer " + secret};
            for (String path : List.of(RULES, "/api/v1/silences", "/api/v1/alerts", "/api/v1/deliveries", "/stream")) {
                assertThat(json(guarded.get(path + "?desk=worl", as))
                                .get("detail")
                                .textValue())
                        .as(path)
                        .isEqualTo("desk: there is no desk 'worl' (known: asia)");
            }
            HttpResponse<String> rule = guarded.ask("PUT", RULES + "/ferry", FERRY.replace("asia", "worl"), as);
            HttpResponse<String> silence =
                    guarded.ask("POST", "/api/v1/silences", "{\"desk\": \"worl\", \"for\": \"PT1H\"}", as);
            assertThat(List.of(rule.body(), silence.body())).allSatisfy(body -> assertThat(body)
                    .contains("'worl' is not one of the desks")
                    .doesNotContain("world"));
        }
    }

    private List<String> ids(String path) throws Exception {
        return json(server.get(path)).get("rules").findValuesAsText("id");
    }

    private HttpResponse<String> put(String id, String body, String... headers) throws Exception {
        return server.ask("PUT", RULES + "/" + id, body, headers);
    }
}
