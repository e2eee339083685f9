package io.dyadwire.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.runner.broker.BrokerSettings;
import io.dyadwire.runner.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands on rules and silences, against a real broker. */
class RulesCommandIT {
    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(new BrokerSettings(folder.resolve("kafka"), 0));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void shouldApplyAFileAndShowWhatThatChanges() throws IOException {
        Path file = file("{id: tariffs, desk: world, keywords: tariff}", "{id: pact, desk: world, pairs: [JPN-KOR]}");
        assertThat(run("rules", "apply", "--dry-run", file.toString())).isZero();
        assertThat(out.toString()).contains("+ tariffs  version 1", "2 of the rules would change; nothing is written");
        assertThat(run("rules", "list")).isZero();
        assertThat(out.toString()).doesNotContain("tariffs");

        assertThat(run("rules", "apply", "--by", "mina", file.toString())).isZero();
        assertThat(run("rules", "apply", file.toString())).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("nothing to change");

        Path changed = file("{id: tariffs, desk: world, keywords: tariff OR duty}");
        assertThat(run("rules", "apply", changed.toString())).isZero();
        assertThat(out.toString().lines().toList())
                .containsExactly(
                        "~ tariffs  version 1 → 2",
                        "    keywords: tariff → tariff OR duty",
                        "- pact  version 1",
                        "2 of the rules change");

        assertThat(run("rules", "list", "--desk", "world")).isZero();
        assertThat(out.toString())
                .contains("tariffs", "keywords: tariff OR duty")
                .doesNotContain("pact");
    }

    @Test
    void shouldShowWhatIsLeftOfARulesVersions() throws IOException {
        run(
                "rules",
                "apply",
                "--by",
                "mina",
                file("{id: court, desk: world, keywords: ruling}").toString());
        run(
                "rules",
                "apply",
                "--by",
                "jun",
                file("{id: court, desk: world, keywords: verdict}").toString());
        assertThat(run("rules", "history", "court")).isZero();
        assertThat(out.toString().replaceAll("(?m)^\\S+Z", "then").lines().toList())
                .containsExactly(
                        "then  version 1  by mina, kept in file",
                        "    desk: world",
                        "    name: court",
                        "    keywords: ruling",
                        "    alertOn: [articles]",
                        "    remind: [P14D, P7D, P3D, P1D, PT6H]",
                        "then  version 2  by jun, kept in file",
                        "    keywords: ruling → verdict");

        run("rules", "apply", file("{id: other, desk: world, keywords: ruling}").toString());
        assertThat(run("rules", "history", "court")).isZero();
        assertThat(out.toString().lines().toList().getLast()).endsWith("  deleted");
        assertThat(run("rules", "history", "nobody")).isEqualTo(1);
        assertThat(err.toString()).contains("nothing of a rule 'nobody' is on news.rules");
    }

    @Test
    void shouldAddListAndEndASilence() throws IOException {
        assertThat(run(
                        "silence",
                        "add",
                        "--desk",
                        "world",
                        "--for",
                        "PT8H",
                        "--by",
                        "jun",
                        "--comment",
                        "a quiet night"))
                .isZero();
        String id = out.toString().replaceFirst("(?s).*silence end (\\w+)'.*", "$1");
        assertThat(run("silence", "list")).isZero();
        assertThat(out.toString()).contains(id, "world", "all", "jun", "a quiet night");

        assertThat(run("silence", "end", id)).isZero();
        assertThat(run("silence", "list")).isZero();
        assertThat(out.toString()).doesNotContain(id);
        assertThat(run("silence", "end", id)).isEqualTo(1);
        assertThat(err.toString()).contains("there is no silence '" + id + "'");
    }

    @Test
    void shouldRefuseASilenceThatWouldKeepNothingSilent() {
        assertThat(run("silence", "add", "--desk", "world", "--rule", "nobody", "--for", "PT1H"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("desk 'world' has no rule 'nobody'");

        assertThat(run("silence", "add", "--desk", "world", "--for", "PT0S")).isEqualTo(2);
        assertThat(err.toString()).contains("until: ", "is not after");
    }

    private static Path file(String... rules) throws IOException {
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
