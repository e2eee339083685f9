package io.dyadwire.runner.rules;

import io.dyadwire.alerts.backtest.Backtest;
import io.dyadwire.alerts.backtest.BacktestReport;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.runner.tag.Ink;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dyadwire rules backtest}. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "What rules would have done on the news of the last days, before they go live.",
            "Runs a draft over the tagged articles that Kafka keeps, or over a file of them, with the same matching and the same"
                    + " grouping by desk: hits and alerts a day, what was held back, the words that brought the hits, samples."
                    + " Nobody is told; silences, ratings and alerts to deadlines are left out."
        },
        footerHeading = "%nExamples%n",
        footer = {
            "  dyadwire rules backtest draft.yaml --rule pact-watch --since P7D",
            "  dyadwire tag --jsonl < articles.jsonl > tagged.jsonl",
            "  dyadwire rules backtest draft.yaml --articles tagged.jsonl"
        })
final class BacktestCommand implements Callable<Integer> {
    private static final InstantSource CLOCK = InstantSource.system();

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Desks and rules, YAML (alerts.rules).")
    private @Nullable Path file;

    @ArgGroup(multiplicity = "1")
    private NewsFrom from;

    @Option(names = "--rule", paramLabel = "RULE", description = "Only this rule, as if it were alone at its desk.")
    private @Nullable String rule;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    @Mixin
    private final RuleTopicOptions rules = new RuleTopicOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        RuleBook book = book(rules.file(file));
        BacktestReport report = from.over(
                rules, CLOCK, spec.commandLine().getErr(), (source, progress) -> Backtest.run(book, source, progress));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.mapper().writeValueAsString(report));
        } else {
            new BacktestLines(Ink.ofTerminal()).of(report).forEach(out::println);
        }
        out.flush();
        return 0;
    }

    private RuleBook book(Path named) {
        RuleBook all = rules.book(named);
        if (rule == null) {
            return all;
        }
        List<Rule> one = all.rules().stream()
                .filter(known -> known.id().value().equals(rule))
                .toList();
        if (one.isEmpty()) {
            throw RuleTopicOptions.noSuchRule(rule, named, all);
        }
        return new RuleBook(all.desks(), one);
    }
}
