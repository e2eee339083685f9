package io.dyadwire.runner.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dyadwire.alerts.AlertsConfig;
import io.dyadwire.alerts.AlertsService;
import io.dyadwire.alerts.http.HttpConfig;
import io.dyadwire.alerts.live.RuleTopic;
import io.dyadwire.alerts.live.RuleWriter.Edit;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.rules.RulesException;
import io.dyadwire.alerts.rules.RulesFile;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleOrigin;
import io.dyadwire.contract.rule.RuleRecord;
import io.dyadwire.runner.broker.BrokerSettings;
import io.dyadwire.runner.broker.EmbeddedBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of the alerts service on a real broker. */
class LiveRulesIT {
    private static final String FILE = """
            desks: [{id: asia, name: Asia}]
            rules: [{id: filed, desk: asia, what: an answer, due: 2199-08-24}]
            """;

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void shouldShowAChangeInEveryInstanceWithinASecond() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(folder.resolve("kafka"), 0))) {
            Map<String, Object> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
            RuleTopic topic = new RuleTopic(kafka, "test");
            try (AlertsService one = service("one", kafka);
                    AlertsService other = service("other", kafka)) {
                one.start();
                other.start();
                await().atMost(Duration.ofSeconds(90))
                        .until(() ->
                                one.problems().isEmpty() && other.problems().isEmpty());
                Rule filed = (Rule) topic.read().get("rule:filed");
                assertThat(filed.origin()).isEqualTo(RuleOrigin.FILE);
                assertThat(filed.version()).as("written once").isEqualTo(1);

                topic.writer().write(there -> Edit.put(rule("rushed")), Instant.now());
                await().atMost(Duration.ofSeconds(1)).until(() -> shows(one, "rushed") && shows(other, "rushed"));

                topic.writer().write(there -> Edit.remove("rule:rushed"), Instant.now());
                await().atMost(Duration.ofSeconds(1)).until(() -> !shows(one, "rushed") && !shows(other, "rushed"));
                assertThat(shows(one, "filed") && shows(other, "filed")).isTrue();

                assertThat(put(one, "asked")).isEqualTo(201);
                assertThat(shows(one, "asked")).as("counts when it is answered").isTrue();
                await().atMost(Duration.ofSeconds(1)).until(() -> shows(other, "asked"));
                assertThat(((Rule) topic.read().get("rule:asked")).changedBy()).isEqualTo("localhost");
                assertThat(put(other, "filed")).isEqualTo(409);
            }
        }
    }

    /** Each adds one to what it finds; none may write over another's. */
    @Test
    void shouldLoseNoChangeOfSeveralWriters() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(folder.resolve("kafka"), 0))) {
            Map<String, Object> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
            RuleTopic topic = new RuleTopic(kafka, "test");
            topic.ensure();
            Thread[] writers = new Thread[3];
            for (int i = 0; i < writers.length; i++) {
                writers[i] = Thread.ofPlatform().start(() -> {
                    for (int n = 0; n < 5; n++) {
                        countUp(new RuleTopic(kafka, "writer"));
                    }
                });
            }
            for (Thread writer : writers) {
                writer.join();
            }

            assertThat(((Rule) topic.read().get("rule:counted")).version()).isEqualTo(15);
        }
    }

    private static void countUp(RuleTopic topic) {
        try {
            topic.writer()
                    .write(
                            there -> {
                                RuleRecord known = there.get("rule:counted");
                                int version = known instanceof Rule rule ? rule.version() + 1 : 1;
                                return Edit.put(rule("counted").put(version, RuleOrigin.API, "test", Instant.EPOCH));
                            },
                            Instant.now());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Rule rule(String id) {
        return book("desks: [{id: asia}]\nrules: [{id: " + id + ", desk: asia, what: a notice, due: 2199-09-01}]\n")
                .rules()
                .getFirst();
    }

    private int put(AlertsService service, String rule) throws IOException, InterruptedException {
        String body = "{\"desk\": \"asia\", \"what\": \"a notice\", \"due\": \"2199-09-01\"}";
        HttpRequest request = HttpRequest.newBuilder(service.address().resolve("/api/v1/rules/" + rule))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    private boolean shows(AlertsService service, String rule) {
        HttpRequest request = HttpRequest.newBuilder(service.address().resolve("/deadlines?desk=asia"))
                .build();
        try {
            String body = http.send(request, BodyHandlers.ofString()).body();
            return body.contains("\"rule\":\"" + rule + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private AlertsService service(String instance, Map<String, Object> kafka) {
        AlertsConfig defaults =
                AlertsConfig.defaults(folder.resolve(instance), "Dyadwire/test (+https://dyadwire.example)");
        AlertsConfig config = new AlertsConfig(
                defaults.alerting().withInstance("dyadwire-alerts", instance),
                defaults.delivery(),
                defaults.outbound(),
                defaults.mail(),
                HttpConfig.DEFAULTS.withPort(0),
                false,
                defaults.closeWithin());
        return new AlertsService(config, book(FILE), kafka, Instant::now, new SimpleMeterRegistry(), null);
    }

    private static RuleBook book(String yaml) {
        try {
            return RulesFile.parse("rules.yaml", yaml, Path.of("/etc"), Set.of());
        } catch (RulesException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
