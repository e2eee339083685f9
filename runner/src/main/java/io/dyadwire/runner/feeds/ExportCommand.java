package io.dyadwire.runner.feeds;

import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.ingest.opml.OpmlWriter;
import io.dyadwire.ingest.source.FeedTopics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dyadwire feeds export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "All feeds as an OPML list, for another reader or for config/.",
            "Those of the list and those that were added; whether one is paused is not in it."
        })
final class ExportCommand implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "Written over; stdout unless given.")
    private @Nullable Path file;

    @Mixin
    private final FeedsOptions feeds = new FeedsOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, IOException {
        Map<String, FeedSource> sources = feeds.ask(FeedTopics::sources);
        if (file == null) {
            PrintWriter out = spec.commandLine().getOut();
            OpmlWriter.write("Feeds", sources.values(), out);
            out.flush();
            return 0;
        }
        try (Writer out = Files.newBufferedWriter(file)) {
            OpmlWriter.write("Feeds", sources.values(), out);
        }
        spec.commandLine().getErr().println(sources.size() + " feeds written to " + file);
        return 0;
    }
}
