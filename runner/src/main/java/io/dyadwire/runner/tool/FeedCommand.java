package io.dyadwire.runner.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dyadwire.contract.json.Json;
import io.dyadwire.ingest.feed.FeedReader;
import io.dyadwire.runner.cli.PlainText;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dyadwire feed}. */
@Command(
        name = "feed",
        description = {
            "Show what a feed parses to, or why it cannot be read.",
            "RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0, JSON Feed, from files or addresses.",
            "Of an HTML page, the feeds that it links to."
        },
        footer = {"", "Examples:", "  dyadwire feed https://example.org/rss.xml", "  dyadwire feed --jsonl feeds/*.xml"
        })
public final class FeedCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE|URL", description = "The feeds.")
    private List<String> sources;

    @Option(names = "--jsonl", description = "A line of JSON for each, also for those that cannot be read.")
    private boolean jsonl;

    @Override
    public Integer call() throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        var reader = new FeedReader();
        boolean allRead = true;
        for (String source : sources) {
            FeedLine feed = FeedLine.read(source, reader);
            if (jsonl) {
                out.println(Json.mapper().writeValueAsString(feed));
            } else {
                print(feed, out);
                allRead &= feed.ok();
            }
        }
        out.flush();
        return allRead ? 0 : 1;
    }

    private static void print(FeedLine feed, PrintWriter out) {
        if (!feed.ok()) {
            out.println(feed.file() + ": " + PlainText.line(String.valueOf(feed.error())));
            return;
        }
        out.println(feed.file() + ": " + feed.format() + ", \"" + PlainText.line(String.valueOf(feed.title())) + "\", "
                + feed.items().size() + " items");
        for (String problem : feed.problems()) {
            out.println("  ! " + PlainText.line(problem));
        }
        for (FeedLine.Item item : feed.items()) {
            String date =
                    item.publishedAt() == null ? "no date" : item.publishedAt().toString();
            out.println("  " + date + "  " + PlainText.line(item.title()));
            out.println("      " + (item.url() == null ? "no link" : item.url()));
        }
    }
}
