package io.dyadwire.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertArticle;
import io.dyadwire.contract.alert.AlertDecision;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.alert.AlertNotice;
import io.dyadwire.contract.alert.AlertRule;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.alert.DecisionOutcome;
import io.dyadwire.contract.alert.Occasion;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.DeadlineState;
import io.dyadwire.contract.deadline.DeadlineStatement;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.pair.PairMention;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.Severity;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.TopicSetup;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.runner.broker.BrokerSettings;
import io.dyadwire.runner.broker.EmbeddedBroker;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands that ask a cluster, against a real one. */
class ClusterCommandsIT {
    private static final Instant MONDAY = Instant.parse("2019-08-12T08:00:00Z");

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void publish() throws Exception {
        broker = EmbeddedBroker.start(new BrokerSettings(folder.resolve("kafka"), 0));
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (Admin admin = Admin.create(settings);
                KafkaProducer<String, byte[]> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            new TopicSetup(admin, true)
                    .ensure(List.of(
                            Topics.PAIRS,
                            Topics.DEADLINES,
                            Topics.TAGGED,
                            Topics.ALERTS,
                            Topics.DECISIONS,
                            Topics.DESK_ACTIONS));
            producer.send(alert()).get();
            producer.send(decision(DecisionOutcome.FIRED, MONDAY.plusSeconds(300)))
                    .get();
            producer.send(decision(DecisionOutcome.GROUPED, MONDAY)).get();
            producer.send(mention("JPN-KOR", "Guam talks", MONDAY)).get();
            producer.send(mention("CHN-USA", "Tariffs", MONDAY.plusSeconds(60))).get();
            producer.send(mention("JPN-KOR", "Pact ends", MONDAY.plusSeconds(120)))
                    .get();
            producer.send(new ProducerRecord<>(Topics.PAIRS.name(), "JPN-KOR", new byte[] {1, 2, 3}))
                    .get();
            producer.send(deadline("decision on the pact", "2199-08-23", "JPN-KOR"))
                    .get();
            producer.send(deadline("decision on the pact", "2199-08-24", "JPN-KOR"))
                    .get();
            producer.send(deadline("tariffs take effect", "2199-09-01", "CHN-USA"))
                    .get();
            producer.send(new ProducerRecord<>(Topics.DEADLINES.name(), "broken", new byte[] {1, 2, 3}))
                    .get();
        }
    }

    @AfterAll
    static void close() {
        broker.close();
    }

    @Test
    void shouldTailOnePairFromTheStart() {
        assertThat(run("tail", "--pair", "JPN-KOR", "--all", "--once")).isZero();

        assertThat(out.toString().lines().toList())
                .hasSize(3)
                .startsWith(
                        "2019-08-12 08:00  JPN-KOR*  The Wire:  Guam talks  [summit]",
                        "2019-08-12 08:02  JPN-KOR*  The Wire:  Pact ends  [summit]");
        assertThat(out.toString()).contains("(news.pairs:", "cannot be read: no valid PairMention");
    }

    @Test
    void shouldTailAsJson() throws Exception {
        assertThat(run("tail", "pairs", "--topic", "summit", "--all", "--once", "--json", "--limit", "1"))
                .isZero();

        JsonNode mention = Json.mapper().readTree(out.toString());
        assertThat(mention.get("articleId").asText()).isNotEmpty();
        assertThat(out.toString().lines()).hasSize(1);
    }

    @Test
    void shouldBeginWithTheNextRecordUnlessToldOtherwise() {
        assertThat(run("tail", "pairs", "--once")).isZero();
        assertThat(out.toString()).isEmpty();

        assertThat(run("tail", "pairs", "--once", "--since", "PT1H")).isZero();
        assertThat(out.toString().lines().toList()).hasSize(1);
    }

    @Test
    void shouldSayThatATopicIsNotThere() {
        assertThat(run("tail", "--desk", "nobody")).isEqualTo(1);

        assertThat(err.toString()).contains("the cluster has no topic news.alerts.nobody");
    }

    @Test
    void shouldShowWhatIsDueAsLastSaid() {
        assertThat(run("deadlines")).isZero();

        assertThat(out.toString().lines().skip(1).toList())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("2199-08-24").endsWith("JPN-KOR  decision on the pact"),
                        line -> assertThat(line).startsWith("2199-09-01").endsWith("CHN-USA  tariffs take effect"));
        assertThat(err.toString()).contains("cannot be read: no valid Deadline");
    }

    @Test
    void shouldShowWhatIsDueForAPairOrADesk() throws Exception {
        assertThat(run("deadlines", "--pair", "CHN-USA", "--json")).isZero();
        assertThat(Json.mapper().readTree(out.toString()).get("what").asText()).isEqualTo("tariffs take effect");

        Path rules = folder.resolve("rules.yaml");
        Files.writeString(rules, """
                desks: [{id: asia, name: Asia}]
                rules: [{id: pact, desk: asia, name: Pact, pairs: [JPN-KOR], alertOn: [deadlines]}]
                """);
        out.getBuffer().setLength(0);
        assertThat(run("deadlines", "--desk", "asia", "--rules", rules.toString()))
                .isZero();
        assertThat(out.toString()).contains("decision on the pact").doesNotContain("tariffs");

        assertThat(run("deadlines", "--desk", "europe", "--rules", rules.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("there is no desk 'europe'").contains("[asia]");
    }

    @Test
    void shouldFindTheBrokerOfTheDataFolder() {
        CommandLine commandLine = commandLine();

        assertThat(commandLine.execute("tail", "pairs", "--all", "--once", "--data", folder.toString()))
                .isZero();

        assertThat(out.toString()).contains("Guam talks");
    }

    @Test
    void shouldCompareTheTopicsAndCreateThem() {
        assertThat(run("topics", "--check")).isEqualTo(1);
        assertThat(out.toString().lines())
                .anySatisfy(line -> assertThat(line).startsWith("news.articles").endsWith("  missing"))
                .anySatisfy(line -> assertThat(line).startsWith("news.pairs").endsWith("  kept for ever"));

        run("topics", "--create");

        assertThat(out.toString().lines())
                .anySatisfy(line -> assertThat(line).startsWith("news.articles").endsWith("  ok"));
    }

    @Test
    void shouldSayWhyADeskWasToldOrNot() {
        assertThat(run("why", "a1")).isZero();
        assertThat(out.toString().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(
                                        "2019-08-12T08:00:00Z  asia  pact  grouped until 2019-08-12T08:05:00Z: Waits"),
                        line -> assertThat(line)
                                .startsWith("2019-08-12T08:05:00Z  asia  pact  fired: ")
                                .endsWith("[alert 5ea69e5469869734]"));

        assertThat(run("why", "https://news.example/nobody")).isEqualTo(1);
        assertThat(err.toString()).contains("nothing is known of 'https://news.example/nobody'");
    }

    @Test
    void shouldTakeWhatADeskSaysOfAnAlert() {
        assertThat(run("ack", "5ea69e54", "--by", "kim")).isZero();
        assertThat(run("snooze", "5ea69e54", "--for", "PT2H", "--comment", "at the summit"))
                .isZero();
        assertThat(run("rate", "5ea69e54", "not-useful")).isZero();
        assertThat(out.toString().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("acknowledged: asia  pact  Talks in Guam"),
                        line -> assertThat(line).startsWith("snoozed until ").endsWith("Talks in Guam"),
                        line -> assertThat(line).isEqualTo("not-useful: asia  pact  Talks in Guam"));

        out.getBuffer().setLength(0);
        assertThat(run("tail", "desk-actions", "--all", "--once")).isZero();
        assertThat(out.toString())
                .contains("asia  kim  acknowledge  5ea69e5469869734")
                .contains("snooze  5ea69e5469869734  until ");

        out.getBuffer().setLength(0);
        assertThat(run("ratings", "--desk", "asia")).isZero();
        assertThat(out.toString().lines().toList().getLast()).isEqualTo("asia  pact  1      0       0 %");
    }

    @Test
    void shouldSayThatThereIsNoSuchAlert() {
        assertThat(run("ack", "ffffffff")).isEqualTo(1);
        assertThat(run("ack", "5e")).isEqualTo(1);
        assertThat(run("snooze", "5ea69e54", "--until", "2019-01-01T00:00:00Z")).isEqualTo(2);

        assertThat(err.toString())
                .contains("there is no alert 'ffffffff'")
                .contains("'5e' is too short for the id of an alert")
                .contains("is not to come");
    }

    private static ProducerRecord<String, byte[]> alert() {
        AlertRule rule = new AlertRule(new RuleId("pact"), "Pact", 1);
        AlertArticle article =
                new AlertArticle(new ArticleId("a1"), 1, "Talks in Guam", null, "The Wire", null, MONDAY);
        AlertNotice notice = new AlertNotice(
                Severity.WARNING, Occasion.FIRST, List.of(), null, "rule pact", List.of(), 0, List.of(), null, "");
        Alert alert = new Alert(
                new AlertId("5ea69e5469869734"),
                AlertType.MATCH,
                new DeskId("asia"),
                rule,
                MONDAY,
                "Matches.",
                article,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                notice);
        return bytes(Topics.ALERTS, alert, MONDAY);
    }

    private static ProducerRecord<String, byte[]> decision(DecisionOutcome outcome, Instant at) {
        boolean fired = outcome == DecisionOutcome.FIRED;
        AlertDecision decision = new AlertDecision(
                outcome.name(),
                "a1",
                new DeskId("asia"),
                new AlertRule(new RuleId("pact"), "Pact", 1),
                AlertType.MATCH,
                at,
                outcome,
                Occasion.FIRST,
                fired ? "The desk is told." : "Waits.",
                fired ? new AlertId("5ea69e5469869734") : null,
                fired ? null : at.plusSeconds(300),
                "rule pact",
                List.of());
        return bytes(Topics.DECISIONS, decision, at);
    }

    private static <V> ProducerRecord<String, byte[]> bytes(Topic<V> topic, V value, Instant at) {
        return new ProducerRecord<>(
                topic.name(),
                null,
                at.toEpochMilli(),
                topic.key().apply(value),
                topic.valueSerde().write(value));
    }

    private static ProducerRecord<String, byte[]> mention(String pair, String title, Instant at) {
        PairMention mention = new PairMention(
                new Pair(pair),
                ArticleId.of(title),
                1,
                title,
                null,
                "The Wire",
                null,
                at,
                0.9,
                true,
                null,
                null,
                false,
                List.of("summit"),
                List.of());
        return new ProducerRecord<>(
                Topics.PAIRS.name(),
                null,
                at.toEpochMilli(),
                pair,
                Topics.PAIRS.valueSerde().write(mention));
    }

    private static ProducerRecord<String, byte[]> deadline(String what, String date, String pair) {
        var due = new PartialDate(date);
        var said = new DeadlineStatement(MONDAY, due, ArticleId.of(date), "A title", null, "The Wire", "So.", null);
        var deadline = new Deadline(
                "id of " + what,
                what,
                DeadlineKind.DEADLINE,
                List.of(new Pair(pair)),
                List.of("summit"),
                due,
                due.precision(),
                null,
                DeadlineState.ANNOUNCED,
                List.of(said),
                List.of("The Wire"),
                MONDAY,
                MONDAY,
                null);
        byte[] json = Topics.DEADLINES.valueSerde().write(deadline);
        return new ProducerRecord<>(Topics.DEADLINES.name(), null, MONDAY.toEpochMilli(), deadline.id(), json);
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--bootstrap", broker.bootstrapServers()));
        return commandLine().execute(all.toArray(String[]::new));
    }

    private CommandLine commandLine() {
        CommandLine commandLine = Dyadwire.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine;
    }
}
