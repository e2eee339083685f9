package io.dyadwire.runner.feeds;

import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.runner.cli.CommandException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dyadwire feeds remove}. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = {
            "Poll these feeds no more, and forget them.",
            "Their articles stay. A feed that is added again later starts over: what it shows then is no news."
        })
final class RemoveCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "ID|URL", description = "The feeds.")
    private List<String> named;

    @Mixin
    private final FeedsOptions feeds = new FeedsOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return feeds.ask(topics -> {
            Map<String, FeedSource> known = topics.sources();
            List<FeedSource> gone =
                    named.stream().map(name -> FeedsOptions.find(known, name)).toList();
            gone.stream().filter(FeedsOptions::isListed).findFirst().ifPresent(listed -> {
                throw new CommandException(feeds.inTheList(listed));
            });
            topics.remove(gone.stream().map(FeedSource::feedId).toList());
            gone.forEach(source -> spec.commandLine().getOut().println("removed " + source.feedId()));
            spec.commandLine().getOut().flush();
            return 0;
        });
    }
}
