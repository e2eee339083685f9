package io.dyadwire.runner.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dyadwire.alerts.live.RuleVersion;
import io.dyadwire.alerts.rules.RuleChange;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.runner.cli.CommandException;
import io.dyadwire.runner.cli.PlainText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dyadwire rules history}. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = {
            "The versions of a rule that are still on news.rules: who put each there, when, and what it changed.",
            "The topic keeps the newest version of each rule for ever; older ones, and rules that were deleted, only until it is"
                    + " next compacted."
        })
final class HistoryCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RULE", description = "The id of the rule.")
    private String rule;

    @Option(names = "--json", description = "A line of JSON for each version, as it is on the topic.")
    private boolean json;

    @Mixin
    private final RuleTopicOptions rules = new RuleTopicOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, JsonProcessingException {
        RuleId id = id();
        List<RuleVersion> versions = rules.ask(topic -> topic.history(id));
        if (versions.isEmpty()) {
            throw new CommandException("nothing of a rule '" + id
                    + "' is on news.rules; 'dyadwire rules list' shows those that are there");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            for (RuleVersion version : versions) {
                if (version.rule() != null) {
                    out.println(Json.mapper().writeValueAsString(version.rule()));
                }
            }
        } else {
            lines(versions).forEach(out::println);
        }
        out.flush();
        return 0;
    }

    private RuleId id() {
        try {
            return new RuleId(rule);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Oldest first: a line a version, then one for each key that it changed. */
    static List<String> lines(List<RuleVersion> versions) {
        List<String> lines = new ArrayList<>();
        Rule before = null;
        Rule first = versions.getFirst().rule();
        if (first != null && first.version() > 1) {
            lines.add("(of the " + (first.version() - 1) + " before version " + first.version()
                    + " nothing is left: the topic keeps the newest)");
        }
        for (RuleVersion version : versions) {
            Rule now = version.rule();
            if (now == null) {
                lines.add(version.at() + "  deleted");
            } else {
                lines.add(PlainText.line(version.at() + "  version " + now.version() + "  by "
                        + Objects.requireNonNullElse(now.changedBy(), "somebody") + ", kept in "
                        + now.keptIn().name().toLowerCase(Locale.ROOT)));
                differences(before, now).forEach(line -> lines.add(PlainText.line(line)));
            }
            before = now;
        }
        return lines;
    }

    private static List<String> differences(@Nullable Rule before, Rule now) {
        return new RuleChange(before, now)
                .differences().stream()
                        .map(key -> "    " + key.key() + ": "
                                + (before == null ? "" : (key.from().isEmpty() ? "(nothing)" : key.from()) + " → ")
                                + (key.to().isEmpty() ? "(nothing)" : key.to()))
                        .toList();
    }
}
