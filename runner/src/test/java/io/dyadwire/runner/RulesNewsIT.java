package io.dyadwire.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.topic.TopicSetup;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.runner.broker.BrokerSettings;
import io.dyadwire.runner.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands that try rules on what is kept on {@code news.tagged}, against a real broker. */
class RulesNewsIT {
    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void publish() throws Exception {
        Instant now = Instant.now();
        broker = EmbeddedBroker.start(new BrokerSettings(folder.resolve("kafka"), 0));
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (Admin admin = Admin.create(settings);
                KafkaProducer<String, TaggedArticle> producer = new KafkaProducer<>(
                        settings,
                        Topics.TAGGED.keySerde().serializer(),
                        Topics.TAGGED.valueSerde().serializer())) {
            new TopicSetup(admin, true).ensure(List.of(Topics.TAGGED));
            for (TaggedArticle tagged : List.of(
                    article("one", now.minusSeconds(3 * 86_400), "Ministers talk of a pact"),
                    article("two", now.minusSeconds(7_200), "Tariffs rise"),
                    article("one", now.minusSeconds(3_600), "Ministers sign the pact"))) {
                producer.send(Topics.TAGGED.record(tagged, tagged.article().fetchedAt()))
                        .get();
            }
        }
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void shouldTestARuleOnTheNewestVersionOfAnArticleThatIsKept() throws IOException {
        Path rules = rules("{id: pact, desk: world, keywords: pact}");

        for (String named : List.of("one", "https://wire.example/one")) {
            assertThat(run("rules", "test", "pact", "--article", named, "--rules", rules.toString()))
                    .as(err.toString())
                    .isZero();
            assertThat(out.toString()).startsWith("pact fires on Ministers sign the pact");
        }
        assertThat(run("rules", "test", "pact", "--article", "nobody", "--rules", rules.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("'nobody' is neither a file nor the id or address");
    }

    @Test
    void shouldBacktestADraftOnWhatIsKept() throws IOException {
        Path draft = rules("{id: pact, desk: world, keywords: pact}", "{id: trade, desk: world, keywords: tariff}");

        assertThat(run("rules", "backtest", draft.toString(), "--since", "P7D"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("3 articles, ")
                .contains("pact (world)  1 hit → 1 alert", "and 1 newer version of articles that it had matched")
                .contains("The Wire: Ministers talk of a pact", "Ministers talk of a «pact»")
                .contains("trade (world)  1 hit → 1 alert");
        assertThat(err.toString()).contains("read 3 of 3 articles");

        assertThat(run("rules", "backtest", draft.toString(), "--since", "P1D", "--rule", "trade", "--json"))
                .isZero();
        JsonNode report = Json.mapper().readTree(out.toString());
        assertThat(report.path("articles").asInt()).isEqualTo(2);
        assertThat(report.path("rules")).hasSize(1);
        assertThat(report.path("rules").path(0).path("hits").asInt()).isEqualTo(1);
    }

    @Test
    void shouldLintByWhatIsKept() throws IOException {
        Path draft = rules("{id: pact, desk: world, keywords: pact}", "{id: rare, desk: world, keywords: zeppelin}");

        assertThat(run("rules", "lint", draft.toString(), "--since", "P7D"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .startsWith("warning  rare: It matched none of the 3 articles from ")
                .endsWith(String.format("0 errors, 1 warning%n"));
    }

    private static TaggedArticle article(String id, Instant at, String title) {
        String json = """
                {"id": "%s", "url": "https://wire.example/%s", "feedId": "wire", "publisher": "The Wire", "title": "%s", \
                "fetchedAt": "%s", "version": 1, "backfill": false, "taggerVersion": "1"}""".formatted(id, id, title, at);
        return Topics.TAGGED.valueSerde().read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Path rules(String... rules) throws IOException {
        return Files.writeString(
                folder.resolve("rules.yaml"),
                "desks: [{id: world}]\nrules:\n  - " + String.join("\n  - ", rules) + "\n");
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--bootstrap", broker.bootstrapServers()));
        CommandLine commandLine = Dyadwire.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(all.toArray(String[]::new));
    }
}
