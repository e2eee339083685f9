package io.dyadwire.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class DyadwireTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldListTheCommandsByWhatAPersonWants() {
        assertThat(run("--help")).isZero();

        assertThat(out.toString()).contains("Look inside", "  topics        The Kafka topics");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void shouldGiveEveryCommandADescriptionAndHelp() {
        Dyadwire.commandLine().getSubcommands().forEach((name, command) -> {
            assertThat(command.getCommandSpec().usageMessage().description())
                    .as(name)
                    .isNotEmpty();
            assertThat(command.getCommandSpec().usageMessage().description()[0])
                    .as(name)
                    .hasSizeLessThan(66);
            assertThat(run(name, "--help")).as(name).isZero();
        });
    }

    @Test
    void shouldShowANewTokenOnceAndItsLineForTheFile() {
        assertThat(run("token", "new", "night-desk", "--scope", "alerts:write,rules:read", "--desk", "asia"))
                .isZero();

        assertThat(out.toString()).matches("night-desk  [0-9a-f]{64}  rules:read,alerts:write  asia\\R");
        assertThat(err.toString()).matches("the token, which is not shown again: dyw_[A-Za-z0-9_-]{43}\\R");
        assertThat(run("token", "new", "night-desk", "--scope", "alert:write")).isEqualTo(2);
        assertThat(err.toString()).contains("'alert:write' is not one of rules:read, rules:write");
    }

    @Test
    void shouldSayWhichCommandsThereAreWhenNoneIsGiven() {
        assertThat(run()).isEqualTo(2);

        assertThat(err.toString()).contains("topics").contains("say which command");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldGuessTheCommandThatWasMeant() {
        assertThat(run("topcis")).isEqualTo(2);

        assertThat(err.toString())
                .contains("dyadwire: there is no command 'topcis'")
                .contains("Did you mean: dyadwire topics or dyadwire token?");
    }

    @Test
    void shouldFailInOneSentence() {
        assertThat(run("topics", "--config", "no/such.yaml", "--check")).isEqualTo(1);

        assertThat(err.toString()).isEqualTo(String.format("dyadwire topics: no/such.yaml: there is no such file%n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "ingest"})
    void shouldNotPollStrangersWithoutAContact(String command, @TempDir Path folder) throws IOException {
        Path settings = Files.writeString(folder.resolve("dyadwire.yaml"), "kafka: {bootstrapServers: 127.0.0.1:9}");

        assertThat(run(command, "--config", settings.toString())).isEqualTo(1);

        assertThat(err.toString())
                .contains("dyadwire " + command + ": outbound.contact: is not set")
                .contains("DYADWIRE_OUTBOUND_CONTACT");
    }

    @Test
    void shouldShowTheStackTraceWhenVerbose() {
        assertThat(run("topics", "--config", "no/such.yaml", "--check", "--verbose"))
                .isEqualTo(1);

        assertThat(err.toString())
                .contains("no/such.yaml: there is no such file")
                .contains("\tat io.dyadwire");
    }

    @Test
    void shouldListTheTopicsWithoutKafka() {
        assertThat(run("topics")).isZero();

        assertThat(out.toString().lines())
                .anySatisfy(line -> assertThat(line).matches("news\\.articles +article id +Article +6 +30 days"))
                .anySatisfy(line -> assertThat(line).matches("news\\.alerts\\.<desk> +alert id +Alert +1 +90 days"));
    }

    @Test
    void shouldTagTheArticleOfAPage(@TempDir Path folder) throws IOException {
        String body = "<p>Japan and South Korea sent their ministers to talks about export controls on Friday. </p>";
        Path page = folder.resolve("page.html");
        Files.writeString(page, """
                <!DOCTYPE html><html lang="en"><head><title>Ministers meet | Gazette</title>
                <meta property="article:published_time" content="2019-08-14T09:00:00Z"></head>
                <body><nav><a href="/">Front page of France</a></nav><article>%s</article></body></html>
                """.formatted(body.repeat(5)));

        assertThat(run("tag", page.toString())).isZero();

        assertThat(out.toString())
                .contains("Ministers meet", "JPN-KOR", "2019-08-16")
                .doesNotContain("FRA");
    }

    @Test
    void shouldSayThatThereIsNoArticleInAPage(@TempDir Path folder) throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), "<html><body></body></html>");

        assertThat(run("tag", page.toString())).isEqualTo(2);

        assertThat(err.toString()).contains("no article was found in this page");
    }

    @Test
    void shouldMeasureTheTagsOfLabelledArticles(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("ours.jsonl"), """
                {"id": "a1", "publishedAt": "2021-03-02", "title": "Peru recalls its ambassador to Bolivia", "gold": \
                {"countries": ["BOL", "PER"], "pairs": ["BOL-PER"], "topics": ["coup"]}}
                {"id": "a2", "title": "Peru", "gold": {"countries": ["PER"]}}
                """);

        assertThat(run("measure", "--errors", file.toString())).isEqualTo(1);

        assertThat(out.toString().replaceAll(" +", " "))
                .contains("line 1 a1 Peru recalls its ambassador", " missed topics: coup")
                .contains("articles: 1, bad lines left out: 1")
                .contains("countries 100.0 % 100.0 % 100.0 % 2 0 0", "pairs 100.0 %");
        assertThat(err.toString()).contains("line 2: publishedAt: is missing");
    }

    @Test
    void shouldMeasureTagsThatAreThereAlready(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("tagged.jsonl"), """
                {"id": "a1", "feedId": "f", "fetchedAt": "2021-03-02T12:00:00Z", "version": 1, "backfill": false, \
                "title": "Peru recalls its ambassador to Bolivia", "text": "", "countries": [], "pairs": [], \
                "topics": [], "dates": [], "deadlines": [], "taggerVersion": "0", "gold": {"countries": ["PER"]}}
                """);

        assertThat(run("measure", "--tagged", file.toString()))
                .as(err.toString())
                .isZero();

        assertThat(out.toString().replaceAll(" +", " ")).contains("countries - 0.0 % 0.0 % 0 0 1");
    }

    @Test
    void shouldSayThatThereIsNothingToMeasure(@TempDir Path folder) {
        assertThat(run("measure", folder.resolve("none.jsonl").toString())).isEqualTo(1);

        assertThat(err.toString()).contains("none.jsonl: there is no such file");
    }

    @Test
    void shouldCheckTheDesksOwnTopicsAndTheRulesThatNameThem(@TempDir Path folder) throws IOException {
        Path topics = Files.writeString(folder.resolve("own.txt"), "topic fishing-rights\nstrong fishing quota\n");
        Path rules = Files.writeString(folder.resolve("rules.yaml"), """
                desks: [{id: sea, name: Sea}]
                rules:
                  - {id: fish, desk: sea, name: Fish, topics: [fishing-rights]}
                  - {id: nets, desk: sea, name: Nets, keywords: 'topic:fishing-rights trawl*^2'}
                """);
        Path settings = Files.writeString(folder.resolve("dyadwire.yaml"), """
                processor: {topics: "%s"}
                alerts: {rules: "%s"}
                ingest: {feeds: none.opml}
                """.formatted(topics, rules));

        run("check-config", "--config", settings.toString());
        assertThat(out.toString())
                .contains(
                        "topics    ok  43 topics, with those of " + topics,
                        "rules     warning: rule nets: '^2' at column 28 changes nothing",
                        "rules     ok  2 rules",
                        "API       ok  at 127.0.0.1:8082");

        Files.writeString(topics, "topic fishing-rights\nstong fishing quota\n");
        assertThat(run("check-config", "--config", settings.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("topics    " + topics + ":2:1: 'stong' begins no line")
                .contains("stong fishing quota");
    }

    @Test
    void shouldTagWithTheDesksOwnTopics(@TempDir Path folder) throws IOException {
        Path topics = Files.writeString(folder.resolve("own.txt"), "topic fishing-rights\nstrong fishing quota\n");
        Path article = Files.writeString(folder.resolve("a.txt"), "Ministers agree on fishing quotas");

        assertThat(run("tag", "--topics", topics.toString(), article.toString()))
                .isZero();

        assertThat(out.toString()).contains("fishing-rights");
    }

    private int run(String... arguments) {
        CommandLine commandLine = Dyadwire.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
