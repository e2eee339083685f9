package io.dyadwire.runner.feeds;

import io.dyadwire.contract.feed.FeedOrigin;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.ingest.opml.FeedList;
import io.dyadwire.ingest.opml.OpmlFile;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundException;
import io.dyadwire.runner.cli.PlainText;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dyadwire feeds import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Poll all feeds of a list, as another reader exports it.",
            "Asks nobody yet. What cannot be used is left out and named with its line; exit code 1 then."
        })
final class ImportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "OPML.")
    private Path file;

    @Mixin
    private final FeedsOptions feeds = new FeedsOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        FeedList list = OpmlFile.readWhatIsGood(file);
        List<String> leftOut = new ArrayList<>(list.warnings());
        List<FeedSource> allowed = allowed(list.feeds(), leftOut);
        return feeds.ask(topics -> {
            Map<String, FeedSource> known = topics.sources();
            Set<URI> addresses = known.values().stream().map(FeedSource::url).collect(Collectors.toSet());
            List<FeedSource> fresh = allowed.stream()
                    .filter(source -> !known.containsKey(source.feedId()) && !addresses.contains(source.url()))
                    .map(source -> source.withOrigin(FeedOrigin.COMMAND))
                    .toList();
            topics.put(fresh);
            PrintWriter err = spec.commandLine().getErr();
            leftOut.forEach(problem -> err.println(PlainText.line(problem)));
            err.flush();
            PrintWriter out = spec.commandLine().getOut();
            out.println("added " + fresh.size() + " feeds; " + (allowed.size() - fresh.size()) + " were there already; "
                    + leftOut.size() + " left out");
            out.flush();
            return leftOut.isEmpty() ? 0 : 1;
        });
    }

    /** Those that we may reach, as far as their addresses tell. */
    private List<FeedSource> allowed(List<FeedSource> sources, List<String> leftOut) {
        List<FeedSource> allowed = new ArrayList<>();
        try (var client = new OutboundClient(feeds.config().outbound().client())) {
            for (FeedSource source : sources) {
                try {
                    client.check(source.url());
                    allowed.add(source);
                } catch (OutboundException e) {
                    leftOut.add(file + ": " + e.getMessage());
                }
            }
        }
        return allowed;
    }
}
