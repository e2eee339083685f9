package io.dyadwire.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.DeadlineState;
import io.dyadwire.contract.deadline.DeadlineStatement;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.pair.PairMention;
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
            new TopicSetup(admin, true).ensure(List.of(Topics.PAIRS, Topics.DEADLINES));
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
