package io.dyadwire.runner.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dyadwire.alerts.live.RuleTopic;
import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.alerts.rules.RuleChange;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.runner.cli.CommandException;
import io.dyadwire.runner.cli.PlainText;
import io.dyadwire.runner.cli.Table;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dyadwire rules list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "The rules as they stand: of which desk, kept where, changed by whom and when, and what each asks."
        })
final class ListCommand implements Callable<Integer> {
    /** Asked elsewhere in the table, or the same for most. */
    private static final Set<String> LEFT_OUT = Set.of("desk", "name", "remind");

    @Option(names = "--desk", paramLabel = "DESK", description = "Only the rules of this desk.")
    private @Nullable String desk;

    @Option(names = "--json", description = "A line of JSON for each, as it is on the topic.")
    private boolean json;

    @Mixin
    private final RuleTopicOptions rules = new RuleTopicOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, JsonProcessingException {
        List<Rule> found = rules.ask(RuleTopic::read).values().stream()
                .filter(Rule.class::isInstance)
                .map(Rule.class::cast)
                .filter(rule -> desk == null || rule.desk().value().equals(desk))
                .sorted(Comparator.comparing((Rule rule) -> rule.desk().value())
                        .thenComparing(rule -> rule.id().value()))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            for (Rule rule : found) {
                out.println(Json.mapper().writeValueAsString(rule));
            }
        } else {
            Set<DeskId> desks = desks();
            table(found, desks).lines().forEach(out::println);
            if (found.stream().anyMatch(rule -> isUnknown(rule, desks))) {
                out.println(
                        "(!) no desk of " + rules.file(null) + ": such a rule raises nothing where that file is used");
            }
        }
        out.flush();
        return 0;
    }

    /** The desks of the rules file; none when it cannot be read, which is not what was asked. */
    private Set<DeskId> desks() {
        try {
            return rules.book(rules.file(null)).desks().stream().map(Desk::id).collect(Collectors.toSet());
        } catch (CommandException e) {
            return Set.of();
        }
    }

    private static boolean isUnknown(Rule rule, Set<DeskId> desks) {
        return !desks.isEmpty() && !desks.contains(rule.desk());
    }

    /** @param desks those that are known; none when that cannot be told */
    static Table table(List<Rule> rules, Set<DeskId> desks) {
        Table table = new Table("DESK", "RULE", "VERSION", "KEPT IN", "CHANGED BY", "AT", "ASKS");
        for (Rule rule : rules) {
            table.add(
                    rule.desk().value() + (isUnknown(rule, desks) ? " (!)" : ""),
                    rule.id().value(),
                    Integer.toString(rule.version()),
                    rule.keptIn().name().toLowerCase(Locale.ROOT),
                    PlainText.line(Objects.requireNonNullElse(rule.changedBy(), "-")),
                    rule.changedAt() == null ? "-" : rule.changedAt().toString(),
                    PlainText.line(asks(rule)));
        }
        return table;
    }

    private static String asks(Rule rule) {
        return RuleChange.keys(rule).entrySet().stream()
                .filter(key -> !key.getValue().isEmpty() && !LEFT_OUT.contains(key.getKey()))
                .map(key -> key.getKey() + ": " + key.getValue())
                .collect(Collectors.joining("; "));
    }
}
