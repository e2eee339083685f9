package io.dyadwire.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code rules backtest} on a file, without Kafka. */
class RulesBacktestCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldTryRulesOnArticlesOfAFile() throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.yaml"), """
                desks: [{id: world}]
                rules:
                  - {id: trade, desk: world, keywords: 'tax* OR tariff'}
                  - {id: rare, desk: world, keywords: zeppelin}
                  - {id: court, desk: world, keywords: court, alertOn: [deadlines]}
                """);
        Path articles = Files.writeString(folder.resolve("articles.jsonl"), """
                {"id": "1", "publishedAt": "2019-08-12T08:00:00Z", "publisher": "The Wire", "title": "Taxi drivers strike in Paris"}
                {"id": "2", "publishedAt": "2019-08-12T09:00:00Z", "publisher": "Gazette", "title": "Taxi drivers strike in Paris"}
                not an article
                {"id": "3", "publishedAt": "2019-08-14T09:00:00Z", "publisher": "The Wire", "title": "Tariffs rise again"}
                """);

        assertThat(run("backtest", rules.toString(), "--articles", articles.toString()))
                .as(err.toString())
                .isZero();

        assertThat(out.toString().lines().map(String::stripTrailing).toList())
                .containsExactly(
                        "3 articles, 2019-08-12 08:00 to 2019-08-14 09:00 UTC",
                        "",
                        "trade (world)  3 hits → 2 alerts, 100.00 % of all articles",
                        "  1 left out as the same story or version",
                        "  DAY         HITS  ALERTS",
                        "  2019-08-12  2     1       ▪▪",
                        "  2019-08-13  0     0",
                        "  2019-08-14  1     1       ▪",
                        "  TERM    HITS  ALONE  WORDS",
                        "  tax*    2     2      taxi ×2",
                        "  tariff  1     1      tariffs",
                        "  sources: The Wire 2, Gazette 1",
                        "  2019-08-12 08:00  The Wire: Taxi drivers strike in Paris",
                        "      «Taxi» drivers strike in Paris",
                        "  2019-08-12 09:00  Gazette: Taxi drivers strike in Paris",
                        "      «Taxi» drivers strike in Paris",
                        "  2019-08-14 09:00  The Wire: Tariffs rise again",
                        "      «Tariffs» rise again",
                        "",
                        "no hits: rare, court (It alerts to deadlines only, which are not gone through here.)");
        assertThat(err.toString()).contains("line 3 is left out: not JSON");
    }

    @Test
    void shouldAskWhichArticles() throws IOException {
        Path rules = Files.writeString(
                folder.resolve("rules.yaml"), "desks: [{id: world}]\nrules: [{id: a, desk: world, keywords: pact}]\n");

        assertThat(run("backtest", rules.toString())).isEqualTo(2);

        assertThat(err.toString()).contains("--since", "--articles");
    }

    private int run(String command, String... arguments) {
        CommandLine commandLine = Dyadwire.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        all[0] = "rules";
        all[1] = command;
        return commandLine.execute(all);
    }
}
