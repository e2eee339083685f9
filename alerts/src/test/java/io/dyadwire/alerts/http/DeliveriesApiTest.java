package io.dyadwire.alerts.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.alerts.delivery.Deliveries;
import io.dyadwire.alerts.delivery.EndpointId;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.rules.RulesFile;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.alert.ChannelState;
import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.alert.Delivery;
import io.dyadwire.contract.alert.DeliveryState;
import io.dyadwire.contract.rule.DeskId;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveriesApiTest {
    private static final Instant NOW = Instant.parse("2019-08-20T06:44:30Z");
    private static final DeskId ASIA = new DeskId("asia");

    private final List<Delivery> known = new ArrayList<>();
    private final List<ChannelStatus> asked = new ArrayList<>();
    private final List<Delivery> again = new ArrayList<>();
    private boolean complete = true;
    private Server server;

    @BeforeEach
    void start() throws Exception {
        var book = RulesFile.parse("rules.yaml", """
                desks:
                  - id: asia
                    channels: [{kind: file, name: duty, file: a.jsonl}]
                  - id: world
                """, Path.of("."), Set.of());
        server = new Server(HttpConfig.DEFAULTS, LiveRules.of(book, () -> NOW), () -> null, () -> NOW);
        server.deliveries = new Known();
        add("one", DeliveryState.DELIVERED, NOW.minusSeconds(60));
        add("two", DeliveryState.FAILED, NOW.minusSeconds(40));
        add("three", DeliveryState.WAITING, NOW.minusSeconds(20));
        add("old", DeliveryState.FAILED, NOW.minusSeconds(8 * 86_400));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldListThemNewestFirstAPageAtATime() throws Exception {
        JsonNode all = Server.json(server.get("/api/v1/deliveries"));
        assertThat(all.path("deliveries"))
                .extracting(one -> one.path("state").asText())
                .containsExactly("waiting", "failed", "delivered", "failed");

        Set<String> seen = new HashSet<>();
        String after = "";
        for (int page = 0; page < 4; page++) {
            JsonNode one = Server.json(server.get("/api/v1/deliveries?limit=1" + after));
            assertThat(one.path("deliveries")).hasSize(1);
            seen.add(one.at("/deliveries/0/alertId").asText());
            after = "&after=" + one.path("next").asText();
        }
        assertThat(seen).hasSize(4);
    }

    @Test
    void shouldListWhatIsAskedFor() throws Exception {
        assertThat(Server.json(server.get("/api/v1/deliveries?desk=asia&channel=duty&state=failed"))
                        .path("deliveries"))
                .hasSize(2);
        assertThat(Server.json(server.get("/api/v1/deliveries?desk=world")).path("deliveries"))
                .isEmpty();
        assertThat(server.get("/api/v1/deliveries?state=lost").statusCode()).isEqualTo(400);
        assertThat(server.get("/api/v1/deliveries?channel=A%20B").statusCode()).isEqualTo(400);
    }

    @Test
    void shouldShowHowEachChannelIs() throws Exception {
        JsonNode channel = Server.json(server.get("/api/v1/channels")).at("/channels/0");

        assertThat(channel.path("desk").asText()).isEqualTo("asia");
        assertThat(channel.path("channel").asText()).isEqualTo("duty");
        assertThat(channel.path("kind").asText()).isEqualTo("file");
        assertThat(channel.path("waiting").asInt()).isEqualTo(1);
        assertThat(channel.at("/status/state").asText()).isEqualTo("up");
    }

    @Test
    void shouldSwitchOnAndSendAgainWhatWasMissed() throws Exception {
        HttpResponse<String> answer = server.ask("POST", "/api/v1/channels/asia/duty/enable", "{\"replay\": true}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Server.json(answer).path("again").asInt()).isEqualTo(1);
        assertThat(asked)
                .extracting(ChannelStatus::state, ChannelStatus::by)
                .containsExactly(org.assertj.core.api.Assertions.tuple(ChannelState.UP, "localhost"));
        assertThat(again).singleElement().satisfies(delivery -> {
            assertThat(delivery.alertId()).isEqualTo(AlertId.of("two"));
            assertThat(delivery.state()).isEqualTo(DeliveryState.WAITING);
            assertThat(delivery.by()).isEqualTo("localhost");
        });
    }

    @Test
    void shouldSwitchOffWithAReason() throws Exception {
        assertThat(server.ask("POST", "/api/v1/channels/asia/duty/disable", "{\"comment\": \"moved\"}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(asked).extracting(ChannelStatus::error).containsExactly("switched off by localhost: moved");
    }

    @Test
    void shouldRefuseWhatIsNotThereAndWhatMakesNoSense() throws Exception {
        assertThat(server.ask("POST", "/api/v1/channels/asia/fax/enable", "{}").statusCode())
                .isEqualTo(404);
        assertThat(server.ask("POST", "/api/v1/channels/mars/duty/enable", "{}").statusCode())
                .isEqualTo(404);
        assertThat(server.ask("POST", "/api/v1/channels/asia/duty/enable", "{\"replay\": 1}")
                        .statusCode())
                .isEqualTo(422);
        complete = false;
        assertThat(server.get("/api/v1/deliveries").statusCode()).isEqualTo(503);
        assertThat(asked).isEmpty();
    }

    private void add(String alert, DeliveryState state, Instant at) {
        known.add(new Delivery(
                AlertId.of(alert),
                ASIA,
                "duty",
                state,
                1,
                at,
                state == DeliveryState.FAILED ? "HTTP 400" : null,
                (long) known.size(),
                state == DeliveryState.WAITING ? NOW : null,
                null));
    }

    private final class Known implements Deliveries {
        @Override
        public boolean isComplete() {
            return complete;
        }

        @Override
        public List<Delivery> newest() {
            return known.stream()
                    .sorted(java.util.Comparator.comparing(Delivery::at).reversed())
                    .toList();
        }

        @Override
        public @Nullable ChannelStatus status(EndpointId id) {
            return null;
        }

        @Override
        public int waiting(EndpointId id) {
            return 1;
        }

        @Override
        public void ask(ChannelStatus status, Collection<Delivery> more) {
            asked.add(status);
            again.addAll(more);
        }
    }
}
