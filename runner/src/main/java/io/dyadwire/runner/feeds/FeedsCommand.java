package io.dyadwire.runner.feeds;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dyadwire feeds}. */
@Command(
        name = "feeds",
        description = {
            "Which feeds are polled and how it goes; add, pause, remove.",
            "Talks to the 'up' that runs on the data folder, or to a cluster, and takes effect within seconds.",
            "Feeds of config/feeds.opml are changed in that file; these commands can pause them."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ListCommand.class,
            AddCommand.class,
            RemoveCommand.class,
            CheckCommand.class,
            ImportCommand.class,
            ExportCommand.class
        },
        footerHeading = "%nExamples%n",
        footer = {
            "  dyadwire feeds list                                how each feed is",
            "  dyadwire feeds add https://news.example/           the feed that this site offers",
            "  dyadwire feeds check                               ask each feed of config/feeds.opml once",
            "  dyadwire feeds import old-reader.opml              all feeds of another reader"
        })
public final class FeedsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new ParameterException(spec.commandLine(), "say what to do with the feeds");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {"Leave these feeds alone until they are resumed.", "What is known about them is kept."})
    int pause(
            @Parameters(arity = "1..*", paramLabel = "ID|URL", description = "The feeds.") List<String> named,
            @Mixin FeedsOptions feeds)
            throws InterruptedException {
        return say("paused", feeds.pause(named, true));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {"Poll these feeds again.", "What they had before is not published again."})
    int resume(
            @Parameters(arity = "1..*", paramLabel = "ID|URL", description = "The feeds.") List<String> named,
            @Mixin FeedsOptions feeds)
            throws InterruptedException {
        return say("resumed", feeds.pause(named, false));
    }

    private int say(String done, List<String> feedIds) {
        feedIds.forEach(feedId -> spec.commandLine().getOut().println(done + ' ' + feedId));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
