package io.dyadwire.runner.rules;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dyadwire rules}. */
@Command(
        name = "rules",
        description = {
            "What the desks ask for: list it, bring a file to what runs.",
            "Talks to the 'up' that runs on the data folder, or to a cluster, and counts from the next article on."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ApplyCommand.class, ListCommand.class},
        footerHeading = "%nExamples%n",
        footer = {
            "  dyadwire rules apply --dry-run        what config/rules.yaml would change",
            "  dyadwire rules apply                  change it",
            "  dyadwire rules list --desk world      the rules of a desk, who changed each, and when"
        })
public final class RulesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new ParameterException(spec.commandLine(), "say what to do with the rules");
    }
}
