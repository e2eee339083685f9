package io.dyadwire.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.contract.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code rules test}, without Kafka. */
class RulesTestCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path rules;
    private Path article;

    @BeforeEach
    void write() throws IOException {
        rules = Files.writeString(folder.resolve("rules.yaml"), """
                desks: [{id: asia}]
                rules:
                  - {id: controls, desk: asia, keywords: '"export control" NOT (football OR fish*)', pairs: [JPN-KOR]}
                  - {id: calm, desk: asia, keywords: 'controls NOT minister', countries: [FRA]}
                """);
        article = Files.writeString(folder.resolve("article.txt"), """
                Ministers meet
                Japan tightened export controls on South Korea, the trade minister said in Tokyo on Friday.
                """);
    }

    @Test
    void shouldShowTheWordsByWhichARuleFires() {
        assertThat(run("controls", "--article", article.toString())).isZero();

        assertThat(out.toString())
                .startsWith("controls fires on Ministers meet")
                .contains("yes    keywords: \"export control\" AND NOT (football OR fish*)")
                .contains("Japan tightened «export controls» on South Korea")
                .contains("yes    pairs: «pair:JPN-KOR»");
    }

    @Test
    void shouldShowWhatKeepsARuleFromFiring() {
        assertThat(run("calm", "--article", article.toString())).isZero();

        assertThat(out.toString())
                .startsWith("calm does not fire on Ministers meet")
                .contains("minister is there, and must not be; country:FRA is missing.")
                .contains("no !  countries: country:FRA  (not in it; it is about ");
    }

    @Test
    void shouldReadArticlesInEveryFormAndGiveJson() throws IOException {
        String line = "{\"id\":\"one\",\"publishedAt\":\"2019-08-14\",\"title\":\"Talks\",\"text\":\"Japan tightened"
                + " export controls on South Korea on Friday.\"}";
        Path bare = Files.writeString(folder.resolve("one.json"), line);
        assertThat(run("controls", "--article", bare.toString(), "--json")).isZero();
        JsonNode explained = explained();
        assertThat(explained.path("article").asText()).isEqualTo("one");
        assertThat(explained.path("fires").asBoolean()).isTrue();

        Path tagged = Files.writeString(
                folder.resolve("tagged.json"), tagged(bare).replace("on South Korea", "on South Corea"));
        assertThat(run("controls", "--article", tagged.toString(), "--json")).isEqualTo(2);
        assertThat(err.toString()).contains("tagged.json: ", "stands not 'South Korea'");

        Files.writeString(tagged, tagged(bare));
        assertThat(run("controls", "--article", tagged.toString(), "--json")).isZero();
        assertThat(explained()).isEqualTo(explained);
    }

    @Test
    void shouldSayWhichRulesThereAre() {
        assertThat(run("control", "--article", article.toString())).isEqualTo(1);

        assertThat(err.toString()).contains("rules.yaml: there is no rule 'control' (there are: controls, calm)");
    }

    @Test
    void shouldSayThatThereIsNoSuchArticle() {
        assertThat(run("controls", "--article", "nowhere.txt", "--data", folder.toString()))
                .isEqualTo(1);

        assertThat(err.toString()).contains("no Kafka to talk to");
    }

    /** As {@code dyadwire tag} writes it. */
    private static String tagged(Path file) {
        StringWriter written = new StringWriter();
        CommandLine commandLine = Dyadwire.commandLine();
        commandLine.setOut(new PrintWriter(written, true));
        assertThat(commandLine.execute("tag", "--format", "json", file.toString()))
                .isZero();
        return written.toString();
    }

    private JsonNode explained() throws JsonProcessingException {
        return Json.mapper().readTree(out.toString());
    }

    private int run(String rule, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine commandLine = Dyadwire.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 5];
        System.arraycopy(arguments, 0, all, 5, arguments.length);
        System.arraycopy(new String[] {"rules", "test", rule, "--rules", rules.toString()}, 0, all, 0, 5);
        return commandLine.execute(all);
    }
}
