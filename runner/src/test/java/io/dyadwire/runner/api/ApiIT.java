package io.dyadwire.runner.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.alerts.AlertsConfig;
import io.dyadwire.alerts.AlertsService;
import io.dyadwire.alerts.http.HttpConfig;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.rules.RulesFile;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertArticle;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.alert.AlertRule;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.PublishedAtSource;
import io.dyadwire.contract.article.TextKind;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.tag.Story;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.TopicSetup;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.runner.broker.BrokerSettings;
import io.dyadwire.runner.broker.EmbeddedBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the API reads from Kafka and writes there, on a real broker: alerts of before and of now, an article, what people do. */
class ApiIT {
    private static final DeskId ASIA = new DeskId("asia");

    /** With so many desks only the last 5,000 alerts of each are in memory. */
    private static final int OTHER_DESKS = 9;

    private static final int KEPT = 5_000;
    private static final int OLD = 5_120;

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private EmbeddedBroker broker;
    private Map<String, Object> kafka;
    private AlertsService service;

    @BeforeEach
    void start() throws Exception {
        broker = EmbeddedBroker.start(new BrokerSettings(folder.resolve("kafka"), 0));
        kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (Admin admin = Admin.create(kafka)) {
            new TopicSetup(admin, true).ensure(List.of(Topics.alertsOf(ASIA)));
        }
        write(
                Topics.alertsOf(ASIA),
                IntStream.range(0, OLD).mapToObj(ApiIT::old).toList());
        AlertsConfig config = AlertsConfig.defaults(
                        folder.resolve("state"), "Dyadwire/test (+https://dyadwire.example)")
                .withHttp(HttpConfig.DEFAULTS.withPort(0));
        service = new AlertsService(config, rules(), null, kafka, Instant::now, new SimpleMeterRegistry(), null);
        service.start();
        await().atMost(Duration.ofSeconds(90)).until(() -> service.problems().isEmpty());
    }

    @AfterEach
    void stop() throws Exception {
        service.close();
        broker.close();
        http.close();
    }

    @Test
    void shouldShowWhatIsOnKafkaAndWriteThereWhatPeopleDo() throws Exception {
        JsonNode page = get("/api/v1/alerts?desk=asia&limit=2");
        assertThat(page.get("alerts"))
                .extracting(alert -> alert.get("id").asText())
                .containsExactly(id(OLD - 1), id(OLD - 2));
        JsonNode second =
                get("/api/v1/alerts?desk=asia&limit=2&after=" + page.get("next").asText());
        assertThat(second.get("alerts"))
                .extracting(alert -> alert.get("id").asText())
                .containsExactly(id(OLD - 3), id(OLD - 4));
        assertThat(follow(49, 300)).as("from Kafka, then from memory").isEqualTo(ids(50, 350));
        assertThat(follow(OLD - KEPT - 1, 10)).as("just what is in memory").isEqualTo(ids(120, 130));

        write(Topics.TAGGED, List.of(article(1)));
        await().until(() ->
                get("/api/v1/alerts?desk=asia&rule=ferries").get("alerts").size() == 1);
        String alert =
                get("/api/v1/alerts?desk=asia&rule=ferries").at("/alerts/0/id").asText();
        assertThat(follow(OLD - 1, 1)).as("told by the topology").containsExactly(Integer.toString(OLD));
        String article = "/api/v1/articles/" + article(1).article().id().value();
        assertThat(get(article).findValue("title").asText()).isEqualTo("Ferries stay in port, day 1");
        JsonNode why = get(article + "/explain?rule=ferries");
        assertThat(why.get("whole").asBoolean()).isTrue();
        assertThat(why.at("/rule/fires").asBoolean()).isTrue();
        assertThat(why.get("decisions").findValuesAsText("outcome")).containsExactly("fired");

        assertThat(post("/api/v1/alerts/" + alert + "/snooze", "{\"for\": \"PT1H\"}"))
                .isEqualTo(200);
        List<Integer> days = new ArrayList<>(List.of(1));
        await("the snooze counts for what comes of the story").until(() -> {
            days.add(days.size() + 1);
            write(Topics.TAGGED, List.of(article(days.getLast())));
            return days.stream().anyMatch(day -> outcomes(day).contains("snoozed"));
        });
    }

    private List<String> outcomes(int day) {
        try {
            return get("/api/v1/articles/" + article(day).article().id().value() + "/explain")
                    .path("decisions")
                    .findValuesAsText("outcome");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The ids of so many events behind this one. */
    private List<String> follow(long last, int count) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri("/stream?desk=asia"))
                .header("Last-Event-ID", Long.toString(last))
                .build();
        try (Stream<String> lines = http.send(request, BodyHandlers.ofLines()).body()) {
            return lines.filter(line -> line.startsWith("id: "))
                    .skip(1) // says where it begins
                    .limit(count)
                    .map(line -> line.substring(4))
                    .toList();
        }
    }

    private static List<String> ids(long from, long to) {
        return LongStream.range(from, to).mapToObj(Long::toString).toList();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
        return Json.mapper().readTree(answer.body());
    }

    private int post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    private URI uri(String path) {
        return service.address().resolve(path);
    }

    private <T> void write(Topic<T> topic, List<T> values) {
        try (KafkaProducer<String, T> producer = new KafkaProducer<>(
                kafka, new StringSerializer(), topic.valueSerde().serializer())) {
            for (T value : values) {
                var unused = producer.send(topic.record(value, Instant.now()));
            }
        }
    }

    private static String id(int number) {
        return AlertId.of("old " + number).value();
    }

    private static Alert old(int number) {
        return new Alert(
                new AlertId(id(number)),
                AlertType.MATCH,
                ASIA,
                new AlertRule(new RuleId("harbours"), "Harbours", 1),
                Instant.parse("2026-03-01T00:00:00Z").plusSeconds(number),
                "It matches.",
                AlertArticle.of(article(number).article()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static TaggedArticle article(int day) {
        Instant at = Instant.now();
        Article article = new Article(
                ArticleId.of("ferries", "herald", Integer.toString(day)),
                URI.create("https://herald.example/ferries/" + day),
                "herald",
                "herald",
                "Herald",
                "Ferries stay in port, day " + day,
                "The ferry to the islands did not sail on day " + day + " either. The crews ask for " + (900 + day)
                        + ".",
                TextKind.FULL,
                "en",
                at,
                PublishedAtSource.FEED,
                at,
                null,
                1,
                List.of(),
                List.of(),
                false);
        Story story = new Story("ferries", null, 1, null);
        return new TaggedArticle(article, List.of(), List.of(), List.of(), List.of(), List.of(), story, "1");
    }

    private static RuleBook rules() throws Exception {
        StringBuilder rules = new StringBuilder("desks:\n  - id: asia\n");
        IntStream.range(0, OTHER_DESKS).forEach(i -> rules.append("  - id: other-" + i + "\n"));
        rules.append("rules:\n  - {id: ferries, desk: asia, keywords: ferry}\n");
        return RulesFile.parse("rules.yaml", rules.toString(), Path.of("/etc"), Set.of());
    }
}
