package io.dyadwire.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dyadwire.alerts.http.HttpConfig;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.rules.RulesException;
import io.dyadwire.alerts.rules.RulesFile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsServiceTest {
    @TempDir
    Path folder;

    @Test
    void shouldRefuseAWebhookWithoutItsSecret() {
        assertThatThrownBy(() -> service("https://desk.example/hook"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "desk asia: channel webhook: secretFile " + folder.resolve("secret") + ": cannot be read");
    }

    @Test
    void shouldRefuseAWebhookInANetworkThatIsNotAllowed() throws Exception {
        Files.writeString(folder.resolve("secret"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");

        assertThatThrownBy(() -> service("http://127.0.0.1:9000/hook"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("desk asia: channel webhook: url: ");
    }

    @Test
    void shouldRefuseAMailChannelWhereNoServerTakesMail() throws Exception {
        String yaml = "desks: [{id: asia, channels: [{kind: mail, to: [desk@desk.example]}]}]\n";
        RuleBook book = RulesFile.parse("rules.yaml", yaml, folder, Set.of());
        AlertsConfig config = AlertsConfig.defaults(folder.resolve("state"), "Dyadwire/test");

        assertThatThrownBy(() -> new AlertsService(
                        config, book, null, Map.of(), () -> Samples.T0, new SimpleMeterRegistry(), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("desk asia: channel mail: kind: mail needs a server that takes it: set alerts.mail.host and"
                        + " alerts.mail.from in config/dyadwire.yaml");
    }

    @Test
    void shouldWaitForKafkaAndSaySoAndStopWhenTold() throws Exception {
        Files.writeString(folder.resolve("secret"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
        AlertsService service = service("https://desk.example/hook");
        assertThat(service.problems()).containsExactly("alerts: not started");

        service.start();
        assertThat(service.problems()).containsExactly("alerts: waiting for Kafka");
        assertThat(service.alive()).isTrue();
        service.close();

        await().atMost(Duration.ofSeconds(10)).until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("alerts-start")));
    }

    private AlertsService service(String url) throws RulesException {
        String yaml = "desks: [{id: asia, webhook: {url: '" + url + "', secretFile: secret}}]\n";
        RuleBook book = RulesFile.parse("rules.yaml", yaml, folder, Set.of());
        AlertsConfig config = AlertsConfig.defaults(
                        folder.resolve("state"), "Dyadwire/test (+https://dyadwire.example)")
                .withHttp(HttpConfig.DEFAULTS.withPort(0));
        Map<String, Object> nobody =
                Map.of("bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", 1000, "request.timeout.ms", 500);
        return new AlertsService(config, book, null, nobody, () -> Samples.T0, new SimpleMeterRegistry(), null);
    }
}
