package io.dyadwire.runner.feeds;

import io.dyadwire.contract.feed.FeedOrigin;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FullText;
import io.dyadwire.ingest.feed.FeedLink;
import io.dyadwire.ingest.opml.FeedIds;
import io.dyadwire.outbound.HttpUri;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.runner.cli.CommandException;
import io.dyadwire.runner.cli.PlainText;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dyadwire feeds add}. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Poll this feed, or the one that this page offers.",
            "Asks the address once. A page that offers several feeds is listed; --all takes them all."
        })
final class AddCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "URL", description = "Of a feed, or of a site that has some.")
    private String address;

    @Option(names = "--id", paramLabel = "ID", description = "Names it for ever; made from the address unless given.")
    private @Nullable String id;

    @Option(
            names = "--title",
            paramLabel = "TITLE",
            description = "What to call it; what it calls itself unless given.")
    private @Nullable String title;

    @Option(names = "--publisher", paramLabel = "NAME", description = "Who publishes it.")
    private @Nullable String publisher;

    @Option(names = "--language", paramLabel = "TAG", description = "Of all its articles, such as en or ko.")
    private @Nullable String language;

    @Option(names = "--category", paramLabel = "NAME", description = "Of all its articles; may be given again.")
    private List<String> categories = List.of();

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            description = "The shortest time between two polls, such as PT10M.")
    private @Nullable Duration interval;

    @Option(
            names = "--full-text",
            paramLabel = "WHEN",
            converter = FullTextWord.class,
            description = "Fetch the linked pages: never, summary-only or always (summary-only).")
    private FullText fullText = FullText.SUMMARY_ONLY;

    @Option(names = "--all", description = "Of a page that offers several feeds, all.")
    private boolean all;

    @Mixin
    private final FeedsOptions feeds = new FeedsOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        URI url = HttpUri.parse(address)
                .filter(HttpUri::isWeb)
                .orElseThrow(() -> new CommandException("'" + address + "' is no http or https address"));
        Map<URI, String> wanted;
        try (var client = new OutboundClient(feeds.config().outbound().politeClient())) {
            wanted = look(new Probe(client), url);
        }
        return feeds.ask(topics -> {
            Map<String, FeedSource> known = topics.sources();
            List<FeedSource> added = new ArrayList<>();
            wanted.forEach((where, name) -> source(known, where, name).ifPresent(added::add));
            topics.put(added);
            added.forEach(source -> out().println("added " + source.feedId() + "  " + source.url()));
            out().flush();
            return 0;
        });
    }

    /** The feeds to add, with what they call themselves. */
    private Map<URI, String> look(Probe probe, URI url) {
        return switch (probe.look(url)) {
            case Probe.Feed found -> {
                out().println(PlainText.line(found.feed().title()) + ": " + PlainText.line(found.inWords()));
                yield Map.of(found.address(), PlainText.line(found.feed().title()));
            }
            case Probe.Page page -> offered(url, page.feeds());
            case Probe.Nothing nothing -> throw new CommandException(address + ": " + PlainText.line(nothing.reason()));
        };
    }

    private Map<URI, String> offered(URI url, List<FeedLink> links) {
        Map<URI, String> offered = new LinkedHashMap<>();
        links.forEach(link -> offered.putIfAbsent(link.address(), PlainText.line(link.title())));
        if (offered.size() > 1 && !all) {
            StringBuilder message = new StringBuilder(
                    url + " is a page that offers " + offered.size() + " feeds: add one of them, or all with --all");
            offered.forEach((where, name) ->
                    message.append("\n  ").append(where).append("  ").append(name));
            throw new CommandException(message.toString());
        }
        return offered;
    }

    private Optional<FeedSource> source(Map<String, FeedSource> known, URI where, String name) {
        Optional<FeedSource> same = FeedsOptions.at(known.values(), where.toString());
        String feedId = id == null ? FeedIds.of(where) : id;
        if (same.isPresent() || known.containsKey(feedId)) {
            String there = same.map(FeedSource::feedId).orElse(feedId);
            spec.commandLine().getErr().println(there + " is there already, nothing changed: " + where);
            return Optional.empty();
        }
        return Optional.of(new FeedSource(
                feedId,
                1,
                where,
                title == null ? name : title,
                publisher,
                language,
                categories,
                interval,
                fullText,
                false,
                FeedOrigin.COMMAND));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
