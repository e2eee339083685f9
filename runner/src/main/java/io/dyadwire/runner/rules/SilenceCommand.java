package io.dyadwire.runner.rules;

import io.dyadwire.alerts.live.RuleWriter.Edit;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.RuleRecord;
import io.dyadwire.contract.rule.Silence;
import io.dyadwire.runner.cli.CommandException;
import io.dyadwire.runner.cli.PlainText;
import io.dyadwire.runner.cli.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dyadwire silence}. */
@Command(
        name = "silence",
        description = {
            "No alerts of a desk, or of one of its rules, for a while.",
            "Talks to the 'up' that runs on the data folder, or to a cluster, and counts from the next article on."
        },
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples%n",
        footer = {
            "  dyadwire silence add --desk world --rule tariffs --for PT8H --comment 'the night desk follows it'",
            "  dyadwire silence list",
            "  dyadwire silence end 3f2a9c1d"
        })
public final class SilenceCommand implements Runnable {
    private final InstantSource clock;

    @Spec
    private CommandSpec spec;

    public SilenceCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new ParameterException(spec.commandLine(), "say what to do with the silences");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {"Keep a desk or a rule silent from now on."})
    int add(
            @Option(names = "--desk", paramLabel = "DESK", required = true, description = "Whose alerts.") String desk,
            @Option(names = "--rule", paramLabel = "RULE", description = "Only those of this rule.") @Nullable
                    String rule,
            @Option(
                            names = "--for",
                            paramLabel = "TIME",
                            required = true,
                            description = "For so long: PT30M, PT8H, P2D.")
                    Duration length,
            @Option(names = "--comment", paramLabel = "TEXT", description = "Why.") @Nullable String comment,
            @Mixin ByOption by,
            @Mixin RuleTopicOptions topic)
            throws InterruptedException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Silence silence = silence(desk, rule, now, length, by.name(), comment);
        topic.ask(rules -> rules.writer().<RuntimeException>write(there -> adding(silence, there), clock.instant()));
        return say("silent until " + silence.until() + ": " + about(silence) + "; 'dyadwire silence end " + silence.id()
                + "' ends it");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {"The silences that are on, or will be."})
    int list(@Mixin RuleTopicOptions topic) throws InterruptedException {
        Instant now = clock.instant();
        Table table = new Table("ID", "DESK", "RULE", "FROM", "UNTIL", "BY", "WHY");
        silences(topic.ask(rules -> rules.read())).stream()
                .filter(silence -> silence.until().isAfter(now))
                .forEach(silence -> table.add(
                        silence.id(),
                        silence.desk().value(),
                        silence.rule() == null ? "all" : silence.rule().value(),
                        silence.from().toString(),
                        silence.until().toString(),
                        PlainText.line(silence.by()),
                        PlainText.line(Objects.requireNonNullElse(silence.comment(), ""))));
        table.lines().forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {"End a silence now."})
    int end(
            @Parameters(paramLabel = "ID", description = "As 'dyadwire silence list' shows it.") String id,
            @Mixin RuleTopicOptions topic)
            throws InterruptedException {
        topic.ask(rules -> rules.writer().<RuntimeException>write(there -> ending(id, there), clock.instant()));
        return say("ended " + id);
    }

    private Silence silence(
            String desk, @Nullable String rule, Instant now, Duration length, String by, @Nullable String comment) {
        try {
            String id = UUID.randomUUID().toString().substring(0, 8);
            return new Silence(
                    id, new DeskId(desk), rule == null ? null : new RuleId(rule), now, now.plus(length), by, comment);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** A rule that is not there, or another desk's, would be silent in vain. */
    private static Edit adding(Silence silence, Map<String, RuleRecord> there) {
        RuleId rule = silence.rule();
        if (rule != null
                && !(there.get(Rule.KEY + rule) instanceof Rule known
                        && known.desk().equals(silence.desk()))) {
            throw new CommandException("desk '" + silence.desk() + "' has no rule '" + rule
                    + "'; 'dyadwire rules list --desk " + silence.desk() + "' shows those that it has");
        }
        return Edit.put(silence);
    }

    private static Edit ending(String id, Map<String, RuleRecord> there) {
        return silences(there).stream()
                .filter(silence -> silence.id().equals(id))
                .findFirst()
                .map(silence -> Edit.remove(silence.key()))
                .orElseThrow(() ->
                        new CommandException("there is no silence '" + id + "'; 'dyadwire silence list' shows all"));
    }

    private static List<Silence> silences(Map<String, RuleRecord> there) {
        return there.values().stream()
                .filter(Silence.class::isInstance)
                .map(Silence.class::cast)
                .sorted(Comparator.comparing(Silence::until).thenComparing(Silence::id))
                .toList();
    }

    private static String about(Silence silence) {
        return silence.rule() == null ? "all of " + silence.desk() : silence.desk() + "  " + silence.rule();
    }

    private int say(String line) {
        spec.commandLine().getOut().println(PlainText.line(line));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
