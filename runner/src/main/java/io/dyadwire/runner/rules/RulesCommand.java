package io.dyadwire.runner.rules;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dyadwire rules}. */
@Command(
        name = "rules",
        description = {
            "What the desks ask for: try it, list it, bring it to what runs.",
            "apply and list talk to the 'up' that runs on the data folder, or to a cluster; a change counts from the next"
                    + " article on."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            TestCommand.class,
            LintCommand.class,
            BacktestCommand.class,
            ApplyCommand.class,
            ListCommand.class,
            HistoryCommand.class
        },
        footerHeading = "%nExamples%n",
        footer = {
            "  dyadwire rules lint draft.yaml        what to look at before it goes live",
            "  dyadwire rules test pact-watch --article article.txt     why it fires, or not",
            "  dyadwire rules backtest draft.yaml --since P7D           what it would have told",
            "  dyadwire rules apply --dry-run        what config/rules.yaml would change",
            "  dyadwire rules apply                  change it",
            "  dyadwire rules list --desk world      the rules of a desk, who changed each and when"
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
