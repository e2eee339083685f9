package io.dyadwire.runner.rules;

import io.dyadwire.alerts.live.RuleTopic;
import io.dyadwire.alerts.live.RuleWriter.Edit;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.rules.RuleChange;
import io.dyadwire.alerts.rules.RuleChanges;
import io.dyadwire.alerts.rules.RulesException;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleRecord;
import io.dyadwire.runner.cli.CommandException;
import io.dyadwire.runner.cli.PlainText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dyadwire rules apply}. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = {
            "Bring the rules of a file to the topic that every instance follows, and show what that changes.",
            "Rules that left the file are deleted; rules that were put over the API are left alone."
        })
final class ApplyCommand implements Callable<Integer> {
    private static final InstantSource CLOCK = InstantSource.system();

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Desks and rules, YAML (alerts.rules).")
    private @Nullable Path file;

    @Option(names = "--dry-run", description = "Show it, and change nothing.")
    private boolean dryRun;

    @Mixin
    private final ByOption by = new ByOption();

    @Mixin
    private final RuleTopicOptions rules = new RuleTopicOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        RuleBook book = rules.book(rules.file(file));
        List<RuleChange> changes = new ArrayList<>();
        try {
            rules.ask(topic -> dryRun ? changes.addAll(changes(topic.read(), book)) : write(topic, book, changes));
        } catch (RulesException e) {
            throw new CommandException(String.join("\n  ", e.problems()), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        lines(changes).forEach(line -> out.println(PlainText.line(line)));
        out.println((changes.isEmpty()
                        ? "nothing to change"
                        : changes.size() + " of the rules" + (dryRun ? " would" : "") + " change")
                + (dryRun && !changes.isEmpty() ? "; nothing is written" : ""));
        out.flush();
        return 0;
    }

    private boolean write(RuleTopic topic, RuleBook book, List<RuleChange> changes)
            throws InterruptedException, RulesException {
        topic.writer()
                .<RulesException>write(
                        there -> {
                            changes.clear();
                            changes.addAll(changes(there, book));
                            return Edit.of(changes);
                        },
                        CLOCK.instant());
        return true;
    }

    private List<RuleChange> changes(Map<String, RuleRecord> there, RuleBook book) throws RulesException {
        Instant now = CLOCK.instant();
        return RuleChanges.between(RuleTopic.rules(there), book, by.name(), now);
    }

    /** A line a rule, then one for each key of it that is another one. */
    static List<String> lines(List<RuleChange> changes) {
        List<String> lines = new ArrayList<>();
        for (RuleChange change : changes) {
            Rule before = change.before();
            Rule after = change.after();
            if (after == null) {
                lines.add(
                        "- " + change.rule().id() + "  version " + change.rule().version());
                continue;
            }
            lines.add((before == null ? "+ " : "~ ") + after.id() + "  version "
                    + (before == null ? "" : before.version() + " → ") + after.version());
            for (RuleChange.Difference key : change.differences()) {
                String from = key.from().isEmpty() ? "(nothing)" : key.from();
                String to = key.to().isEmpty() ? "(nothing)" : key.to();
                lines.add("    " + key.key() + ": " + (before == null ? "" : from + " → ") + to);
            }
        }
        return lines;
    }
}
