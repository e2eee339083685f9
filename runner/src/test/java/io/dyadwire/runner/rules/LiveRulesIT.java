package io.dyadwire.runner.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dyadwire.alerts.AlertsConfig;
import io.dyadwire.alerts.AlertsService;
import io.dyadwire.alerts.http.HttpConfig;
import io.dyadwire.alerts.live.RuleTopic;
import io.dyadwire.alerts.live.RuleWriter.Edit;
import io.dyadwire.alerts.rules.DeskFile;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.rules.RulesException;
import io.dyadwire.alerts.rules.RulesFile;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.PublishedAtSource;
import io.dyadwire.contract.article.TextKind;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleOrigin;
import io.dyadwire.contract.rule.RuleRecord;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.runner.broker.BrokerSettings;
import io.dyadwire.runner.broker.EmbeddedBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of the alerts service on a real broker. */
class LiveRulesIT {
    private static final String FILE = """
        desks: [{id: asia, name: Asia}]
        rules: [{id: filed, desk: asia, what: an answer, due: 2199-08-24}]
        """;

    private static final String WITH_WORLD = FILE.replace("[{id: asia, name: Asia}]", """
        [{id: asia, name: Asia},
                 {id: world, channels: [{kind: file, name: log, file: world.jsonl}]}]\
        """);

    @TempDir
    private Path folder;

    private final Map<AlertsService, SimpleMeterRegistry> meters = new HashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void shouldShowAChangeInEveryInstanceWithinASecond() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(folder.resolve("kafka"), 0))) {
            Map<String, Object> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
            RuleTopic topic = new RuleTopic(kafka, "test");
            Files.writeString(folder.resolve("rules.yaml"), FILE);
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

                Files.writeString(folder.resolve("rules.yaml"), WITH_WORLD);
                topic.writer().write(there -> Edit.put(ofWorld()), Instant.now());
                await().atMost(Duration.ofSeconds(20)).until(() -> knowsWorld(one) && knowsWorld(other));
                tag("one", kafka);
                await().atMost(Duration.ofSeconds(20)).until(() -> lines("world.jsonl") == 1);

                Files.writeString(folder.resolve("rules.yaml"), WITH_WORLD.replace("world.jsonl", "second.jsonl"));
                await().atMost(Duration.ofSeconds(20)).until(() -> taken(one) == 2 && taken(other) == 2);
                tag("two", kafka);
                await().atMost(Duration.ofSeconds(20)).until(() -> lines("second.jsonl") == 1);
                assertThat(lines("world.jsonl")).isEqualTo(1);
            }
        }
    }

    private static Rule ofWorld() {
        return book("desks: [{id: world}]\nrules: [{id: worldly, desk: world, keywords: talks}]\n")
                .rules()
                .getFirst();
    }

    private boolean knowsWorld(AlertsService service) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.address().resolve("/api/v1/desks"))
                .build();
        return http.send(request, BodyHandlers.ofString()).body().contains("news.alerts.world");
    }

    private double taken(AlertsService service) {
        var counter = Objects.requireNonNull(meters.get(service))
                .find("dyadwire.desks.changes")
                .tag("outcome", "taken")
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private long lines(String file) throws IOException {
        Path path = folder.resolve(file);
        return Files.exists(path) ? Files.readAllLines(path).size() : 0;
    }

    private static void tag(String title, Map<String, Object> kafka) throws Exception {
        Instant now = Instant.now();
        Article article = new Article(
                ArticleId.of(title),
                null,
                "herald",
                "The Herald",
                "The Herald",
                "Talks " + title,
                "",
                TextKind.SUMMARY,
                "en",
                now,
                PublishedAtSource.FEED,
                now,
                null,
                1,
                List.of(),
                List.of(),
                false);
        TaggedArticle tagged =
                new TaggedArticle(article, List.of(), List.of(), List.of(), List.of(), List.of(), null, "1");
        try (var producer = new KafkaProducer<>(
                kafka,
                Topics.TAGGED.keySerde().serializer(),
                Topics.TAGGED.valueSerde().serializer())) {
            producer.send(Topics.TAGGED.record(tagged, now)).get();
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

    private AlertsService service(String instance, Map<String, Object> kafka) throws RulesException {
        DeskFile file = new DeskFile(folder.resolve("rules.yaml"), Set::of);
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
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        var service = new AlertsService(config, file.read(), file, kafka, Instant::now, registry, null);
        meters.put(service, registry);
        return service;
    }

    private static RuleBook book(String yaml) {
        try {
            return RulesFile.parse("rules.yaml", yaml, Path.of("/etc"), Set.of());
        } catch (RulesException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
