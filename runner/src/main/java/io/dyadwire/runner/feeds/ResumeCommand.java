package io.dyadwire.runner.feeds;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dyadwire feeds resume}. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = {"Poll these feeds again.", "What they had before is not published again."})
final class ResumeCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "ID|URL", description = "The feeds.")
    private List<String> named;

    @Mixin
    private final FeedsOptions feeds = new FeedsOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        feeds.pause(named, false).forEach(feedId -> spec.commandLine().getOut().println("resumed " + feedId));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
