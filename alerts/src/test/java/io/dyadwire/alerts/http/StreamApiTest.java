package io.dyadwire.alerts.http;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.Samples.book;
import static io.dyadwire.alerts.http.Server.json;
import static io.dyadwire.alerts.told.TestAlerts.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.told.AlertView;
import io.dyadwire.alerts.told.Backlog;
import io.dyadwire.alerts.told.TestAlerts;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.rule.DeskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Alerts as server-sent events, over real connections. */
class StreamApiTest {
    /** No more than a caller may ask in a second, and not much less. */
    private static final Duration PACE = Duration.ofMillis(1_100 / Rate.A_SECOND);

    private final AlertView view = TestAlerts.complete("asia", "world");
    private final LiveRules live = LiveRules.of(book("[]"), () -> T0);
    private final Server server = new Server(HttpConfig.DEFAULTS, live, () -> null, view, () -> T0);
    private final List<EventClient> clients = new ArrayList<>();

    StreamApiTest() {
        server.backlog = (desk, from) -> new Backlog.Part(List.of(), from, from);
    }

    @AfterEach
    void stop() {
        clients.forEach(EventClient::close);
        server.close();
    }

    @Test
    void shouldTellWhatComesFromNowOn() throws Exception {
        put("old", 0);
        EventClient client = follow("asia", null);
        put("new", 1);

        await().until(() -> client.events().size() == 1);
        EventClient.Event event = client.events().getFirst();
        assertThat(client.head()).contains("text/event-stream", "no-store").doesNotContain("gzip");
        assertThat(event.id()).isEqualTo("1");
        assertThat(event.type()).isEqualTo("alert");
        assertThat(Json.mapper().readTree(event.data())).isEqualTo(Json.mapper().valueToTree(alert("new", "asia", T0)));
    }

    @Test
    void shouldGoOnExactlyWhereAClientWas() throws Exception {
        IntStream.range(0, 300).forEach(i -> put("a" + i, i));
        EventClient client = follow("asia", "99");
        put("last", 300);

        await().until(() -> client.events().size() >= 201);
        assertThat(client.events().stream().map(EventClient.Event::id).map(Integer::valueOf))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(100, 300).boxed().toList());
    }

    @Test
    void shouldGoOnFromKafkaAndTellOfWhatIsNoLongerThere() throws Exception {
        AlertView late = TestAlerts.beginningAt("asia", 8);
        Backlog kept = (desk, from) -> {
            long first = Math.max(from, 4);
            return new Backlog.Part(List.of(TestAlerts.told(alert("k" + first, "asia", T0), first)), first, first + 1);
        };
        try (Server other = new Server(HttpConfig.DEFAULTS, live, () -> null, late, () -> T0)) {
            other.backlog = kept;
            TestAlerts.put(late, alert("a8", "asia", T0), 8);
            EventClient client = open(other, "asia", "1");

            await().until(() -> client.events().size() >= 6);
            assertThat(client.events().getFirst().type()).isEqualTo("gap");
            assertThat(client.events().getFirst().data()).isEqualTo("{\"from\":2,\"to\":3}");
            assertThat(client.events().stream().skip(1).map(EventClient.Event::id))
                    .containsExactly("4", "5", "6", "7", "8");
        }
    }

    /** B13: what feeds say cannot make an event of its own. */
    @Test
    void shouldKeepATitleWithinItsEvent() throws Exception {
        EventClient client = follow("asia", null);
        String title = "\n\nevent: evil\ndata: x\r\rid: 7";
        TestAlerts.put(view, alert("a", "asia", title, "https://herald.example/a", T0), 0);

        await().until(() -> client.events().size() == 1);
        assertThat(client.events().getFirst().type()).isEqualTo("alert");
        assertThat(Json.mapper()
                        .readTree(client.events().getFirst().data())
                        .at("/article/title")
                        .textValue())
                .isEqualTo(title);
    }

    @Test
    void shouldSayWhatIsWrong() throws Exception {
        assertThat(json(server.get("/stream")).get("detail").textValue())
                .isEqualTo("desk: is missing: say whose alerts");
        assertThat(server.get("/stream?desk=asia", "Last-Event-ID", "x").statusCode())
                .isEqualTo(400);
        server.backlog = null;
        assertThat(server.get("/stream?desk=asia").statusCode()).isEqualTo(503);
    }

    @Test
    void shouldTakeNoMoreThanThereAreAndMakeRoomAgain() throws Exception {
        for (int i = 0; i < StreamApi.MOST; i++) {
            follow("asia", null);
        }
        EventClient tooMany = open(server, "asia", null);
        await().until(() -> tooMany.head().contains(" 503 "));
        clients.getFirst().close();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            put("beat", (int) view.next(new DeskId("asia")));
            EventClient next = open(server, "asia", null);
            await().until(() -> !next.head().isEmpty());
            return next.head().contains(" 200 ");
        });
    }

    /** F28: those who never read are cut off, the others get everything, and soon. */
    @Test
    void shouldCutOffWhoNeverReadsAndDelayNobody() throws Exception {
        for (int i = 0; i < 60; i++) {
            follow("asia", null);
        }
        List<EventClient> readers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            readers.add(follow("world", null));
        }
        List<EventClient> asleep = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            EventClient client = new EventClient(server.uri("/"), "world", null, false);
            clients.add(client);
            asleep.add(client);
        }
        String large = "x".repeat(20_000);
        for (int i = 0; i < 500; i++) {
            TestAlerts.put(view, alert("w" + i, "world", large, "https://herald.example/w", T0), i);
            if (i % 5 == 0) {
                put("a" + i, i);
            }
            int came = i;
            if (i % 50 == 49) {
                await("all of " + (came + 1)).atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(readers)
                        .allSatisfy(client -> assertThat(client.events()).hasSize(came + 1)));
            }
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> clients.stream()
                .limit(60)
                .allMatch(client -> client.events().size() == 100));
        for (EventClient client : asleep) {
            assertThat(client.readToTheEnd()).as("was cut off").isLessThan(500);
        }
    }

    private EventClient follow(String desk, String lastId) throws Exception {
        EventClient client = open(server, desk, lastId);
        await().atMost(Duration.ofSeconds(20))
                .pollDelay(PACE)
                .pollInterval(PACE)
                .until(client::begun);
        return client;
    }

    private EventClient open(Server where, String desk, String lastId) throws Exception {
        EventClient client = new EventClient(where.uri("/"), desk, lastId, true);
        clients.add(client);
        return client;
    }

    private void put(String id, int offset) {
        TestAlerts.put(view, alert(id, "asia", T0), offset);
    }
}
