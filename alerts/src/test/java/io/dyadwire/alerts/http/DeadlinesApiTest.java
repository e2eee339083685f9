package io.dyadwire.alerts.http;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.Samples.book;
import static io.dyadwire.alerts.Samples.deadline;
import static io.dyadwire.alerts.http.Server.etag;
import static io.dyadwire.alerts.http.Server.json;
import static io.dyadwire.contract.deadline.DeadlineState.ANNOUNCED;
import static io.dyadwire.contract.deadline.DeadlineState.CANCELLED;
import static io.dyadwire.contract.deadline.DeadlineState.MOVED;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.view.DeadlineView;
import io.dyadwire.alerts.view.Views;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.json.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server on a free port, asked over HTTP. */
class DeadlinesApiTest {
    private static final String RULES = """
            - {id: pact, desk: asia, keywords: herald OR times, alertOn: [deadlines], remind: [P3D]}
            - {id: notice, desk: asia, name: Notice, what: last day to give notice, due: 2019-08-23, remind: [P1D]}
            """;

    private Instant now = T0;
    private @Nullable DeadlineView view;
    private Server server;

    @BeforeEach
    void start() {
        view = Views.complete(book(RULES), () -> now);
        server = new Server(HttpConfig.DEFAULTS, view.rules(), () -> view, () -> now);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldShowTheMoveToAClientThatSubscribed() throws Exception {
        tell(deadline("2019-08-24", ANNOUNCED, "herald", T0), 0);
        HttpResponse<String> first = get("/calendar.ics?pair=JPN-KOR");
        assertThat(events(first)).containsExactly("pact@deadlines.dyadwire 0 2019-08-24 TENTATIVE");
        assertThat(get("/calendar.ics?pair=JPN-KOR", "If-None-Match", etag(first))
                        .statusCode())
                .isEqualTo(304);

        now = T0.plusSeconds(7 * 86_400);
        assertThat(get("/calendar.ics?pair=JPN-KOR").body())
                .as("a week on, unchanged")
                .isEqualTo(first.body());
        tell(deadline("2019-08-28", MOVED, "times", T0.plusSeconds(7 * 86_400)), 1);

        HttpResponse<String> moved = get("/calendar.ics?pair=JPN-KOR", "If-None-Match", etag(first));
        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(etag(moved)).isNotEqualTo(etag(first));
        assertThat(events(moved)).containsExactly("pact@deadlines.dyadwire 1 2019-08-28 TENTATIVE");

        tell(deadline("2019-08-28", CANCELLED, "times", T0.plusSeconds(8 * 86_400)), 2);
        assertThat(events(get("/calendar.ics?pair=JPN-KOR")))
                .containsExactly("pact@deadlines.dyadwire 2 2019-08-28 CANCELLED");
        now = T0.plusSeconds(40 * 86_400);
        assertThat(events(get("/calendar.ics?pair=JPN-KOR"))).isEmpty();
    }

    @Test
    void shouldServeADeskWithItsAlarmsAndItsOwnDeadlines() throws Exception {
        tell(deadline("2019-08-24", ANNOUNCED, "herald", T0), 0);
        HttpResponse<String> calendar = get("/calendar.ics?desk=asia");

        assertThat(calendar.headers().firstValue("Content-Type")).hasValue("text/calendar; charset=utf-8");
        assertThat(calendar.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        assertThat(calendar.body()).contains("X-WR-CALNAME:Deadlines: Asia desk\r\n");
        assertThat(events(calendar))
                .containsExactly(
                        "rule-notice@deadlines.dyadwire 0 2019-08-23 CONFIRMED",
                        "pact@deadlines.dyadwire 0 2019-08-24 TENTATIVE");
        assertThat(calendar.body()).contains("TRIGGER;RELATED=START:-P1D\r\n", "TRIGGER;RELATED=START:-P3D\r\n");
        assertThat(events(get("/calendar.ics?desk=world"))).isEmpty();
        assertThat(get("/calendar.ics?pair=JPN-KOR").body()).doesNotContain("VALARM");
    }

    @Test
    void shouldShowThatTheDeskRemovedWhatItHadSet() throws Exception {
        Objects.requireNonNull(view).rules().remove("rule:notice", T0);

        assertThat(events(get("/calendar.ics?desk=asia")))
                .containsExactly("rule-notice@deadlines.dyadwire 1 2019-08-23 CANCELLED");
        now = T0.plusSeconds(30 * 86_400);
        assertThat(events(get("/calendar.ics?desk=asia"))).isEmpty();
    }

    @Test
    void shouldServeTheNewestStateAsJsonPageByPage() throws Exception {
        for (int i = 10; i < 25; i++) {
            tell(with(deadline("2019-09-" + i, ANNOUNCED, "herald", T0), "id", "d" + i), 0);
        }
        List<String> ids = new ArrayList<>();
        String after = "";
        int pages = 0;
        do {
            JsonNode page = json(get("/deadlines?limit=4&from=2019-09-12" + after));
            page.withArray("/deadlines").forEach(one -> ids.add(one.path("id").textValue()));
            after = page.has("next") ? "&after=" + page.get("next").textValue() : "";
            pages++;
        } while (!after.isEmpty());

        assertThat(pages).isEqualTo(4);
        assertThat(ids).hasSize(13).isSorted().startsWith("d12").endsWith("d24");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pair=JPN-KOR                    | 1
            pair=CHN-USA                    | 0
            topic=intelligence-sharing      | 1
            topic=tariffs                   | 0
            desk=asia                       | 1
            desk=world                      | 0
            state=announced,moved           | 1
            state=cancelled                 | 0
            from=2019-08-24&to=2019-08-24   | 1
            from=2019-08-25                 | 0
            to=2019-08-23                   | 0
            desk=asia&pair=JPN-KOR&state=announced | 1
            """)
    void shouldFilter(String query, int found) throws Exception {
        tell(deadline("2019-08-24", ANNOUNCED, "herald", T0), 0);

        assertThat(json(get("/deadlines?" + query)).get("deadlines")).hasSize(found);
    }

    @Test
    void shouldShowWhatTheDeskSetsItselfBesideTheNews() throws Exception {
        assertThat(json(get("/deadlines?desk=asia")).get("own"))
                .isEqualTo(Json.mapper().readTree("""
                        [{"rule": "notice", "desk": "asia", "what": "last day to give notice", "due": "2019-08-23"}]"""));
        assertThat(json(get("/deadlines?desk=asia&from=2019-08-24")).get("own")).isEmpty();
        assertThat(json(get("/deadlines")).has("own")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /deadlines?par=JPN-KOR          | 400 | par: is not known here (known: after, desk, from, limit, pair, state, to, topic)
            /deadlines?pair=                | 400 | pair: is empty; give it a value or leave it out
            /deadlines?pair=JPN-KOR&pair=A  | 400 | pair: is given 2 times; give it once
            /deadlines?pair=KOR-JPN         | 400 | pair: 'KOR-JPN' is not two ISO 3166 alpha-3 codes in alphabetical order, such as JPN-KOR
            /deadlines?topic=Not%20One      | 400 | topic: 'Not One' is not a topic such as export-controls
            /deadlines?desk=asai            | 400 | desk: there is no desk 'asai' (known: asia, world)
            /deadlines?state=open           | 400 | state: 'open' is not one of announced, confirmed, moved, cancelled, postponed, met, passed
            /deadlines?from=tomorrow        | 400 | from: 'tomorrow' is not a day such as 2019-08-24
            /deadlines?from=2019-08-25&to=2019-08-24 | 400 | to: 2019-08-24 is before from, 2019-08-25
            /deadlines?limit=1001           | 400 | limit: 1001 is not between 1 and 1000
            /deadlines?limit=many           | 400 | limit: 'many' is not a whole number
            /deadlines?after=nonsense       | 400 | after: 'nonsense' is not the 'next' of a page: leave it out to begin
            /calendar.ics?state=moved       | 400 | state: is not known here (known: desk, pair, topic)
            /                               | 404 | nothing is served under this path
            """)
    void shouldSayWhatIsWrongWhereAndWhatToDo(String path, int status, String detail) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).get("status").intValue()).isEqualTo(status);
        assertThat(json(answer).get("detail").textValue()).isEqualTo(detail);
    }

    @Test
    void shouldGiveNoScriptBack() throws Exception {
        String script = URLEncoder.encode("<script>alert(1)</script>", StandardCharsets.UTF_8);
        for (String path : List.of("/" + script, "/deadlines?" + script + "=1", "/deadlines?desk=" + script)) {
            HttpResponse<String> answer = get(path);

            assertThat(answer.headers().firstValue("Content-Type")).as(path).hasValue("application/problem+json");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        }
        assertThat(get("/deadlines?desk=" + "x".repeat(5000)).body()).hasSizeLessThan(400);
    }

    @Test
    void shouldAnswerNothingButGet() throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE")) {
            HttpResponse<String> answer = server.ask(method, "/deadlines", "{}");

            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(json(answer).get("detail").textValue()).isEqualTo("this path is not asked with " + method);
        }
    }

    @Test
    void shouldAskForPatienceUntilAllIsRead() throws Exception {
        view = new DeadlineView(LiveRules.of(book(RULES), () -> now), () -> now);
        HttpResponse<String> answer = get("/calendar.ics");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        view = null;
        assertThat(get("/deadlines").statusCode()).isEqualTo(503);
    }

    @Test
    void shouldKeepTheNearestWhenACalendarIsFull() throws Exception {
        for (int i = 0; i < CalendarPage.MOST + 20; i++) {
            String day = T0.plusSeconds(86_400L * (i - 10)).toString().substring(0, 10);
            tell(with(deadline(day, ANNOUNCED, "herald", T0), "id", "d" + i), 0);
        }
        List<String> events = events(get("/calendar.ics"));

        assertThat(events).hasSize(CalendarPage.MOST);
        assertThat(events.getFirst()).startsWith("d10@").contains(" 2019-08-14 ");
    }

    private void tell(Deadline deadline, int revision) {
        ObjectNode json = Json.mapper().valueToTree(deadline);
        Views.put(view, Json.mapper().convertValue(json.put("revision", revision), Deadline.class));
    }

    private static Deadline with(Deadline deadline, String field, String value) {
        ObjectNode json = Json.mapper().valueToTree(deadline);
        return Json.mapper().convertValue(json.put(field, value), Deadline.class);
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return server.get(path, headers);
    }

    private static List<String> events(HttpResponse<String> answer) {
        return Biweekly.parse(answer.body()).first().getEvents().stream()
                .map(DeadlinesApiTest::line)
                .toList();
    }

    private static String line(VEvent event) {
        var start = event.getDateStart().getValue().getRawComponents();
        return "%s %d %04d-%02d-%02d %s"
                .formatted(
                        event.getUid().getValue(),
                        event.getSequence().getValue(),
                        start.getYear(),
                        start.getMonth(),
                        start.getDate(),
                        event.getStatus().getValue());
    }
}
