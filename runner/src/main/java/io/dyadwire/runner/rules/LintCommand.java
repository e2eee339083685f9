package io.dyadwire.runner.rules;

import io.dyadwire.alerts.check.Finding;
import io.dyadwire.alerts.check.Finding.Severity;
import io.dyadwire.alerts.check.NewsWords;
import io.dyadwire.alerts.check.RuleLint;
import io.dyadwire.alerts.check.SeenNews;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.rules.RulesException;
import io.dyadwire.alerts.rules.RulesFile;
import io.dyadwire.contract.json.Json;
import io.dyadwire.runner.cli.CommandException;
import io.dyadwire.runner.cli.PlainText;
import io.dyadwire.runner.tag.Ink;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dyadwire rules lint}. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = {
            "What a desk should look at in its rules, before they go live.",
            "Wrong codes and desks, beginnings* that take in other words, words that much of the news has, rules that can never"
                    + " fire or ask for what another does. Exit code 1 when there is an error; warnings are for a person.",
        },
        footerHeading = "%nExamples%n",
        footer = {
            "  dyadwire rules lint",
            "  dyadwire rules lint draft.yaml --since P7D      also what never fires, and what fires too often"
        })
final class LintCommand implements Callable<Integer> {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration LATELY = Duration.ofDays(3);
    private static final int MOST_ARTICLES = 20_000;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Desks and rules, YAML (alerts.rules).")
    private @Nullable Path file;

    @ArgGroup(multiplicity = "0..1")
    private @Nullable NewsFrom from;

    @Option(names = "--json", description = "A line of JSON for each finding.")
    private boolean json;

    @Mixin
    private final RuleTopicOptions rules = new RuleTopicOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<Finding> findings = findings(rules.file(file));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            for (Finding finding : findings) {
                out.println(Json.mapper().writeValueAsString(finding));
            }
        } else {
            lines(findings, Ink.ofTerminal()).forEach(out::println);
        }
        out.flush();
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR) ? 1 : 0;
    }

    private List<Finding> findings(Path named) throws IOException {
        try {
            RuleBook book = RulesFile.read(named, rules.topics().slugs());
            PrintWriter err = spec.commandLine().getErr();
            if (from != null) {
                SeenNews seen = from.over(rules, CLOCK, err, (source, progress) -> SeenNews.of(book, source, progress));
                return RuleLint.of(book, CLOCK.instant(), seen);
            }
            NewsWords words = new NewsWords(book);
            return words.isEmpty() || !read(words, err)
                    ? RuleLint.of(book, CLOCK.instant())
                    : RuleLint.of(book, CLOCK.instant(), words);
        } catch (RulesException e) {
            return e.problems().stream().map(RuleLint::invalid).toList();
        }
    }

    /** False where Kafka is not there or keeps no news. */
    private boolean read(NewsWords words, PrintWriter err) {
        try {
            long articles =
                    rules.newsAtOnce().over(CLOCK.instant().minus(LATELY), source -> words.read(source, MOST_ARTICLES));
            if (articles > 0) {
                err.println(
                        "beginnings* are judged by " + articles + " articles of the last " + LATELY.toDays() + " days");
            }
            return articles > 0;
        } catch (CommandException e) {
            err.println("beginnings* are judged by a list of common words, as there is no news: " + e.getMessage());
            return false;
        }
    }

    /** Three lines a finding: what, why it matters, what to do; and how many there are. */
    static List<String> lines(List<Finding> findings, Ink ink) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : findings) {
            String severity = finding.severity().name().toLowerCase(Locale.ROOT);
            String shown = finding.severity() == Severity.ERROR ? ink.strong(severity) : severity;
            String rule = finding.rule() == null ? "" : finding.rule() + ": ";
            List<String> what = finding.what().lines().map(PlainText::line).toList();
            lines.add(shown + "  " + ink.strong(rule) + what.getFirst());
            what.stream().skip(1).forEach(more -> lines.add("         " + more));
            lines.add("         " + ink.faint(PlainText.line(finding.why() + " " + finding.advice())));
        }
        long errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        lines.add(
                findings.isEmpty()
                        ? "nothing to look at"
                        : count(errors, "error") + ", " + count(findings.size() - errors, "warning"));
        return lines;
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
