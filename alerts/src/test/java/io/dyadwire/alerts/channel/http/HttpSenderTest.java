package io.dyadwire.alerts.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.alerts.channel.Attempt;
import io.dyadwire.alerts.channel.Sample;
import io.dyadwire.alerts.channel.Told;
import io.dyadwire.alerts.channel.webhook.WebhookFormat;
import io.dyadwire.alerts.channel.webhook.WebhookSecret;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.outbound.OutboundClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSenderTest {
    private static final Instant NOW = Instant.parse("2019-08-14T03:00:00Z");
    private static final Told.OfAlert SAMPLE = (Told.OfAlert) Sample.of(new DeskId("asia"), NOW);

    @TempDir
    private Path folder;

    private final Receiver receiver = new Receiver();
    private final OutboundClient client = new OutboundClient(Receiver.outbound());
    private HttpSender sender;

    @BeforeEach
    void open() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
        sender = new HttpSender(client, receiver.url(), new WebhookFormat(WebhookSecret.read(secret)), () -> NOW);
    }

    @AfterEach
    void stop() {
        receiver.close();
        client.close();
    }

    @Test
    void shouldPostASignedCloudEvent() throws Exception {
        assertThat(sender.send(SAMPLE)).isEqualTo(new Attempt.Delivered("HTTP 204"));

        Receiver.Message message = receiver.messages().getFirst();
        assertThat(message.header("Content-type")).startsWith("application/cloudevents+json");
        assertThat(message.header("Webhook-id")).isEqualTo(SAMPLE.id());
        assertThat(message.header("Webhook-timestamp")).isEqualTo(Long.toString(NOW.getEpochSecond()));
        assertThat(message.header("Webhook-signature")).matches("v1,[A-Za-z0-9+/]{43}=");
        JsonNode body = Json.mapper().readTree(message.body());
        assertThat(body.path("specversion").asText()).isEqualTo("1.0");
        assertThat(body.path("id").asText()).isEqualTo(SAMPLE.id());
        assertThat(body.path("type").asText()).isEqualTo("io.dyadwire.alert.match.v1");
        assertThat(body.path("timestamp").asText()).isEqualTo("2019-08-14T03:00:00Z");
        assertThat(body.path("test").asBoolean()).isTrue();
        assertThat(Json.mapper().treeToValue(body.path("data"), Alert.class)).isEqualTo(SAMPLE.alert());
    }

    @ParameterizedTest
    @CsvSource({
        "410,Gone",
        "400,Refused",
        "413,Refused",
        "422,Refused",
        "301,Failed",
        "401,Failed",
        "404,Failed",
        "429,Failed",
        "500,Failed",
        "503,Failed"
    })
    void shouldTellWhatAnAnswerMeans(String status, String kind) {
        receiver.answer(status);

        Attempt attempt = sender.send(SAMPLE);

        assertThat(attempt.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(attempt.toString()).contains("HTTP " + status);
        assertThat(receiver.messages()).as("redirects are not followed").hasSize(1);
    }

    @Test
    void shouldSayHowLongTheReceiverAsksToWait() {
        receiver.answer("429 120");

        assertThat(sender.send(SAMPLE)).isEqualTo(new Attempt.Failed("HTTP 429", Duration.ofMinutes(2)));
    }

    @Test
    void shouldKeepTheAddressOutOfTheError() {
        receiver.close();

        assertThat(sender.send(SAMPLE))
                .isInstanceOfSatisfying(Attempt.Failed.class, failed -> assertThat(failed.error())
                        .startsWith("no connection: ")
                        .doesNotContain("/hook"));
    }
}
