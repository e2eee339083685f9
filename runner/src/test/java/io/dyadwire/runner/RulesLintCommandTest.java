package io.dyadwire.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.contract.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code rules lint}, without Kafka. */
class RulesLintCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void shouldNameWhatToLookAtAndEndWellWhenNothingIsBroken() throws IOException {
        Path file = rules("{id: war, desk: asia, keywords: war*}", "{id: pact, desk: asia, keywords: pact}");

        assertThat(run(file.toString())).isZero();

        assertThat(out.toString().lines().toList())
                .hasSize(3)
                .startsWith(
                        "warning  war: 'war*' also takes in 'ward', 'warehouse', 'warm', 'warn', 'warrant', 'warrior'.")
                .endsWith("0 errors, 1 warning");
    }

    @Test
    void shouldEndWithOneWhenARuleCannotWork() throws IOException {
        Path file = rules("{id: pact, desk: asia, keywords: 'pact NOT pact'}");

        assertThat(run(file.toString(), "--json")).isEqualTo(1);

        JsonNode finding = Json.mapper().readTree(out.toString());
        assertThat(finding.path("rule").asText()).isEqualTo("pact");
        assertThat(finding.path("kind").asText()).isEqualTo("neverFires");
        assertThat(finding.path("severity").asText()).isEqualTo("error");
        assertThat(finding.path("what").asText()).contains("'NOT pact'");
    }

    @Test
    void shouldNameEveryMistakeOfAFileThatIsRefused() throws IOException {
        Path file = rules("{id: a, desk: asai, keywords: pact}", "{id: b, desk: asia, countries: [CH]}");

        assertThat(run(file.toString())).isEqualTo(1);

        assertThat(out.toString())
                .contains("error  rules.yaml: rules[0].desk: 'asai' is not one of the desks: did you mean 'asia'?")
                .contains("rules[1].countries[0]: 'CH' is not an ISO 3166 alpha-3 country code: did you mean CHE?")
                .contains("in FIPS 10-4 'CH' is CHN")
                .endsWith(String.format("2 errors, 0 warnings%n"));
    }

    @Test
    void shouldSayThatThereIsNothingToLookAt() throws IOException {
        assertThat(run(rules("{id: pact, desk: asia, keywords: pact}").toString()))
                .isZero();

        assertThat(out.toString()).isEqualToIgnoringNewLines("nothing to look at");
    }

    private Path rules(String... rules) throws IOException {
        return Files.writeString(
                folder.resolve("rules.yaml"),
                "desks: [{id: asia}]\nrules:\n  - " + String.join("\n  - ", rules) + "\n");
    }

    private int run(String... arguments) {
        CommandLine commandLine = Dyadwire.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        all[0] = "rules";
        all[1] = "lint";
        return commandLine.execute(all);
    }
}
