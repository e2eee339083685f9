package io.dyadwire.runner.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dyadwire.contract.json.Json;
import io.dyadwire.ingest.page.Page;
import io.dyadwire.ingest.page.PageExtractor;
import io.dyadwire.runner.cli.PlainText;
import io.dyadwire.runner.source.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dyadwire extract}. */
@Command(
        name = "extract",
        description = {
            "Show the article in a web page: title, text, date, byline.",
            "From files or addresses; menus, teasers and advertisements are left out."
        },
        footer = {
            "",
            "Examples:",
            "  dyadwire extract https://example.org/news/1",
            "  dyadwire extract --jsonl pages/*.html"
        })
public final class ExtractCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE|URL", description = "The pages.")
    private List<String> sources;

    @Option(names = "--jsonl", description = "A line of JSON for each.")
    private boolean jsonl;

    /** One line of {@code --jsonl}; {@code error} says why there is no more in it. */
    private record Line(
            String file,
            @Nullable String error,
            String title,
            String text,
            @Nullable Instant publishedAt,
            @Nullable URI canonicalUrl,
            @Nullable String byline,
            @Nullable String language) {}

    @Override
    public Integer call() throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        var extractor = new PageExtractor();
        boolean allRead = true;
        for (String source : sources) {
            Line line = read(source, extractor);
            if (jsonl) {
                out.println(Json.mapper().writeValueAsString(line));
            } else {
                print(line, out);
                allRead &= line.error() == null;
            }
        }
        out.flush();
        return allRead ? 0 : 1;
    }

    private static Line read(String named, PageExtractor extractor) {
        try {
            Source source = Source.read(named);
            Page page = extractor.extract(source.bytes(), source.address(), source.contentType());
            return new Line(
                    named,
                    null,
                    page.title(),
                    page.text(),
                    page.publishedAt(),
                    page.canonicalUrl(),
                    page.byline(),
                    page.language());
        } catch (IOException | IllegalArgumentException e) {
            return new Line(named, e.getMessage(), "", "", null, null, null, null);
        }
    }

    private static void print(Line page, PrintWriter out) {
        if (page.error() != null) {
            out.println(page.file() + ": " + PlainText.line(page.error()));
            return;
        }
        out.println(PlainText.line(page.title()));
        String date =
                page.publishedAt() == null ? "no date" : page.publishedAt().toString();
        out.println(date + (page.byline() == null ? "" : " · " + PlainText.line(page.byline())));
        out.println();
        page.text().lines().map(PlainText::line).forEach(out::println);
        if (page.text().isBlank()) {
            out.println("(no article was found in this page)");
        }
        out.println();
    }
}
