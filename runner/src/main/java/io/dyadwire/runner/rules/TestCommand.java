package io.dyadwire.runner.rules;

import io.dyadwire.alerts.check.RuleExplainer;
import io.dyadwire.alerts.check.RuleExplanation;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.runner.cli.CommandException;
import io.dyadwire.runner.source.Source;
import io.dyadwire.runner.tag.Ink;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dyadwire rules test}. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Whether a rule fires on an article, and why: each condition, and the words that satisfy it.",
            "Reads a draft as well as the rules in use, and changes nothing. Needs Kafka only for an article by its id."
        },
        footerHeading = "%nExamples%n",
        footer = {
            "  dyadwire rules test pact-watch --article article.txt",
            "  dyadwire rules test pact-watch --article f3c3ea0c582122d30ffa970bd58df674 --rules draft.yaml"
        })
final class TestCommand implements Callable<Integer> {
    private static final InstantSource CLOCK = InstantSource.system();

    @Parameters(paramLabel = "RULE", description = "The id of the rule.")
    private String rule;

    @Option(
            names = "--article",
            required = true,
            paramLabel = "FILE|ID|-",
            description =
                    "A file (text, a web page, or JSON as 'dyadwire tag' takes and writes it), '-' for standard input,"
                            + " or the id or address of an article on news.tagged.")
    private String article;

    @Option(names = "--rules", paramLabel = "FILE", description = "Desks and rules, YAML (alerts.rules).")
    private @Nullable Path file;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    @Mixin
    private final RuleTopicOptions rules = new RuleTopicOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Rule asked = rule(rules.file(file));
        TaggedArticle tagged = article();
        RuleExplanation explained = RuleExplainer.explain(asked, tagged);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.mapper().writeValueAsString(explained));
        } else {
            new ExplanationLines(tagged.article(), Ink.ofTerminal())
                    .of(explained)
                    .forEach(out::println);
        }
        out.flush();
        return 0;
    }

    private Rule rule(Path from) {
        RuleBook book = rules.book(from);
        Rule found = rule.matches("[a-z0-9-]+") ? book.rule(new RuleId(rule)) : null;
        if (found == null) {
            throw RuleTopicOptions.noSuchRule(rule, from, book);
        }
        return found;
    }

    private TaggedArticle article() throws IOException {
        boolean file = article.equals("-") || Files.exists(Path.of(article));
        if (!file) {
            return rules.news()
                    .find(article)
                    .orElseThrow(() -> new CommandException("'" + article
                            + "' is neither a file nor the id or address of an article on news.tagged; articles are kept there for"
                            + " 30 days ('dyadwire tail --all --once --json' shows them)"));
        }
        Source source = article.equals("-") ? Source.of(System.in.readAllBytes()) : Source.read(article);
        TaggedInput input =
                new TaggedInput(rules::topics, CLOCK, spec.commandLine().getErr()::println);
        try {
            return input.read(source);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), article + ": " + e.getMessage(), e);
        }
    }
}
