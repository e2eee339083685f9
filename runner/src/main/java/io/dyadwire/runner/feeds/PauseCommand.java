package io.dyadwire.runner.feeds;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dyadwire feeds pause}. */
@Command(
        name = "pause",
        mixinStandardHelpOptions = true,
        description = {"Leave these feeds alone until they are resumed.", "What is known about them is kept."})
final class PauseCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "ID|URL", description = "The feeds.")
    private List<String> named;

    @Mixin
    private final FeedsOptions feeds = new FeedsOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        feeds.pause(named, true).forEach(feedId -> spec.commandLine().getOut().println("paused " + feedId));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
