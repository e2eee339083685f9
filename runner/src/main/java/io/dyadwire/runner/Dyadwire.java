package io.dyadwire.runner;

import io.dyadwire.runner.cli.CommandLines;
import io.dyadwire.runner.deadlines.DeadlinesCommand;
import io.dyadwire.runner.delivery.ChannelsCommand;
import io.dyadwire.runner.delivery.DeliveriesCommand;
import io.dyadwire.runner.demo.DemoCommand;
import io.dyadwire.runner.desk.AckCommand;
import io.dyadwire.runner.desk.RateCommand;
import io.dyadwire.runner.desk.RatingsCommand;
import io.dyadwire.runner.desk.SnoozeCommand;
import io.dyadwire.runner.desk.WhyCommand;
import io.dyadwire.runner.feeds.FeedsCommand;
import io.dyadwire.runner.measure.MeasureCommand;
import io.dyadwire.runner.rules.RulesCommand;
import io.dyadwire.runner.rules.SilenceCommand;
import io.dyadwire.runner.tag.TagCommand;
import io.dyadwire.runner.tail.TailCommand;
import io.dyadwire.runner.token.TokenCommand;
import io.dyadwire.runner.tool.CheckConfigCommand;
import io.dyadwire.runner.tool.ExtractCommand;
import io.dyadwire.runner.tool.FeedCommand;
import io.dyadwire.runner.tool.MatchCommand;
import io.dyadwire.runner.topics.TopicsCommand;
import io.dyadwire.runner.up.AlertsCommand;
import io.dyadwire.runner.up.IngestCommand;
import io.dyadwire.runner.up.ProcessorCommand;
import io.dyadwire.runner.up.UpCommand;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code dyadwire} command. */
@Command(
        name = "dyadwire",
        mixinStandardHelpOptions = true,
        versionProvider = Dyadwire.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Watches the newswire for what happens between two countries.",
            "It polls news feeds, tags each article with countries, country pairs, topics and",
            "deadlines, and tells the desks that asked."
        },
        footerHeading = "%nExamples%n",
        footer = {
            "  dyadwire demo               a fortnight of news in a minute",
            "  dyadwire tag article.txt    what one article is about",
            "  dyadwire COMMAND --help     more about one command",
            "",
            "Exit codes: 0 all went well, 1 something failed, 2 asked wrongly."
        })
public final class Dyadwire implements Runnable {
    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "More in the log, and stack traces with errors.")
    private boolean verbose;

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        Dyadwire root = new Dyadwire();
        return CommandLines.of(root, commands(), () -> root.verbose);
    }

    private static List<Object> commands() {
        return List.of(
                new DemoCommand(),
                new UpCommand(InstantSource.system()),
                new IngestCommand(),
                new ProcessorCommand(),
                new AlertsCommand(),
                new TagCommand(),
                new FeedsCommand(),
                new RulesCommand(),
                new SilenceCommand(InstantSource.system()),
                new FeedCommand(),
                new ExtractCommand(),
                new MatchCommand(),
                new MeasureCommand(InstantSource.system()),
                new TokenCommand(),
                new CheckConfigCommand(),
                new TailCommand(InstantSource.system()),
                new DeadlinesCommand(InstantSource.system()),
                new WhyCommand(),
                new AckCommand(InstantSource.system()),
                new SnoozeCommand(InstantSource.system()),
                new RateCommand(InstantSource.system()),
                new RatingsCommand(),
                new DeliveriesCommand(InstantSource.system()),
                new ChannelsCommand(InstantSource.system()),
                new TopicsCommand());
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new ParameterException(spec.commandLine(), "say which command");
    }

    /** The version that the build wrote into our jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Dyadwire.class.getPackage().getImplementationVersion();
            return new String[] {
                "dyadwire " + (version == null ? "(not packaged)" : version) + ", Java " + Runtime.version()
            };
        }
    }
}
