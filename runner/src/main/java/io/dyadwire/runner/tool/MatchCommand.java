package io.dyadwire.runner.tool;

import io.dyadwire.alerts.match.RuleMatcher;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.alert.AlertEvidence;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.processor.tag.ArticleTagger;
import io.dyadwire.processor.topic.TopicBook;
import io.dyadwire.runner.tag.ArticleLine;
import io.dyadwire.runner.up.Inputs;
import io.dyadwire.runner.up.TopicsOption;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dyadwire match}. */
@Command(
        name = "match",
        description = {
            "Show which rules articles match, and by which words.",
            "Reads articles {id, publishedAt, title, text} from standard input, a line of JSON each, and writes one line"
                    + " {id, rules: [{rule, desk, evidence}]} for each, in order."
        },
        footer = {"", "Example:", "  dyadwire match --rules config/rules.yaml --jsonl < articles.jsonl"})
public final class MatchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--rules", paramLabel = "FILE", required = true, description = "Desks and rules, YAML.")
    private Path rules;

    @Mixin
    private TopicsOption topics;

    @Option(names = "--jsonl", required = true, description = "Lines of JSON in and out; the only form there is.")
    private boolean jsonl;

    /** One article's rules. */
    private record Line(String id, List<Matched> rules) {}

    private record Matched(RuleId rule, String desk, List<AlertEvidence> evidence) {}

    @Override
    public Integer call() throws IOException {
        Check.that(jsonl, "--jsonl: must be on, there is no other form");
        InstantSource clock = InstantSource.system();
        TopicBook book = topics.book();
        var matcher = new RuleMatcher(Inputs.rules(rules, book.slugs()));
        var tagger = ArticleTagger.create(book);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        int bad = 0;
        int number = 0;
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                String where = "line " + number + ": ";
                try {
                    var article = ArticleLine.read(line, clock, warning -> err.println(where + warning));
                    List<Matched> matched = matcher.match(tagger.tag(article)).stream()
                            .map(m -> new Matched(m.rule().id(), m.rule().desk().value(), m.evidence()))
                            .toList();
                    out.println(Json.mapper()
                            .writeValueAsString(new Line(article.id().value(), matched)));
                } catch (IllegalArgumentException e) {
                    bad++;
                    err.println(where + e.getMessage());
                }
            }
        }
        out.flush();
        return bad == 0 ? 0 : 1;
    }
}
