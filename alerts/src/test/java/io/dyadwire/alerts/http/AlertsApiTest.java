package io.dyadwire.alerts.http;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.Samples.book;
import static io.dyadwire.alerts.http.Server.json;
import static io.dyadwire.alerts.told.TestAlerts.alert;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.told.AlertView;
import io.dyadwire.alerts.told.TestAlerts;
import io.dyadwire.contract.alert.DeskAction;
import io.dyadwire.contract.alert.DeskActionKind;
import io.dyadwire.contract.json.Json;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alerts over HTTP. */
class AlertsApiTest {
    private static final String ALERTS = "/api/v1/alerts";

    private final AlertView view = TestAlerts.complete("asia", "world");
    private final LiveRules live = LiveRules.of(book("[]"), () -> T0);
    private final Server server = new Server(HttpConfig.DEFAULTS, live, () -> null, view, () -> T0);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldListTheNewestFirstPageByPage() throws Exception {
        for (int i = 0; i < 12; i++) {
            TestAlerts.put(view, alert("a" + (10 + i), "asia", T0.plusSeconds(i / 2)), i);
        }
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = json(server.get(ALERTS + "?desk=asia&limit=5" + after));
            page.withArray("/alerts").forEach(one -> ids.add(one.get("id").textValue()));
            after = page.has("next") ? "&after=" + page.get("next").textValue() : "";
            TestAlerts.put(view, alert("new", "asia", T0.plusSeconds(99)), 50);
        } while (!after.isEmpty());

        assertThat(ids).as("what comes meanwhile moves no page").hasSize(12).doesNotHaveDuplicates();
        assertThat(ids).startsWith("a21", "a20").endsWith("a11", "a10");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            desk=asia                                            | 1
            desk=world                                           | 0
            rule=talks                                           | 1
            rule=tariffs                                         | 0
            pair=JPN-KOR                                         | 1
            pair=CHN-USA                                         | 0
            type=match                                           | 1
            type=reminder                                        | 0
            severity=critical                                    | 1
            severity=info                                        | 0
            since=2019-08-14T03:00:00Z                           | 1
            since=2019-08-14T03:00:01Z                           | 0
            until=2019-08-14T03:00:00Z                           | 0
            until=2019-08-14T03:00:01Z&desk=asia&severity=critical | 1
            """)
    void shouldFilter(String query, int found) throws Exception {
        TestAlerts.put(view, alert("a", "asia", T0), 0);

        assertThat(json(server.get(ALERTS + "?" + query)).get("alerts")).hasSize(found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            type=loud              | type: 'loud' is not one of match, announced
            severity=CRITICAL      | severity: 'CRITICAL' is not one of info, warning, critical
            since=yesterday        | since: 'yesterday' is not a moment such as
            after=bm9uc2Vuc2U      | after: 'bm9uc2Vuc2U' is not the 'next' of a page
            limit=501              | limit: 501 is not between 1 and 500
            desk=asai              | desk: there is no desk 'asai'
            """)
    void shouldSayWhatIsWrong(String query, String detail) throws Exception {
        HttpResponse<String> answer = server.get(ALERTS + "?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("detail").textValue()).startsWith(detail);
    }

    @Test
    void shouldShowOneAsItIsOnKafka() throws Exception {
        TestAlerts.put(view, alert("a", "asia", T0), 0);

        assertThat(json(server.get(ALERTS + "/a"))).isEqualTo(Json.mapper().valueToTree(alert("a", "asia", T0)));
        assertThat(server.get(ALERTS + "/b").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldWriteDownWhatIsDoneWithIt() throws Exception {
        TestAlerts.put(view, alert("a", "asia", T0), 0);

        assertThat(post("a/ack", "{}").statusCode()).isEqualTo(200);
        post("a/snooze", "{\"for\": \"PT2H\", \"comment\": \"at the summit\"}");
        post("a/rate", "{\"verdict\": \"notUseful\"}");

        assertThat(server.actions)
                .extracting(DeskAction::kind)
                .containsExactly(DeskActionKind.ACKNOWLEDGE, DeskActionKind.SNOOZE, DeskActionKind.NOT_USEFUL);
        DeskAction snooze = server.actions.get(1);
        assertThat(snooze.until()).isEqualTo(T0.plusSeconds(7200));
        assertThat(snooze.comment()).isEqualTo("at the summit");
        assertThat(snooze.by()).isEqualTo("localhost");
        assertThat(snooze.group()).isEqualTo("group");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a/ack    | {"by": "me"}            | 422 | by
            a/snooze | {}                      | 422 | until
            a/snooze | {"for": "soon"}         | 422 | for
            a/rate   | {}                      | 422 | verdict
            a/rate   | {"verdict": "splendid"} | 422 | verdict
            """)
    void shouldTellEachMistakeWithItsPlace(String path, String body, int status, String place) throws Exception {
        TestAlerts.put(view, alert("a", "asia", T0), 0);
        HttpResponse<String> answer = post(path, body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).get("errors").get(0).get("path").textValue()).isEqualTo(place);
        assertThat(server.actions).isEmpty();
        assertThat(post("b/ack", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldKeepATokenToItsDesksAndScopes() throws Exception {
        TestAlerts.put(view, alert("a", "asia", T0), 0);
        TestAlerts.put(view, alert("w", "world", T0), 0);
        String secret = "a".repeat(32);
        var tokens = Callers.tokens(Callers.token("asia-desk", secret, "alerts:read", "asia"));
        try (Server guarded = new Server(new HttpConfig("127.0.0.1", 0, tokens), live, () -> null, view, () -> T0)) {
            String[] as = {"Authorization", "Bearer " + secret};

            assertThat(json(guarded.get(ALERTS, as)).get("alerts").findValuesAsText("desk"))
                    .containsExactly("asia");
            assertThat(guarded.get(ALERTS + "/w", as).statusCode()).isEqualTo(404);
            assertThat(guarded.get(ALERTS + "?desk=world", as).statusCode()).isEqualTo(403);
            assertThat(guarded.ask("POST", ALERTS + "/a/ack", "{}", as).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void shouldAskForPatienceUntilAllIsRead() throws Exception {
        try (Server early = new Server(HttpConfig.DEFAULTS, live, () -> null, new AlertView(), () -> T0)) {
            assertThat(early.get(ALERTS).statusCode()).isEqualTo(503);
        }
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return server.ask("POST", ALERTS + "/" + path, body);
    }
}
