package io.dyadwire.runner.tag;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.processor.reason.Reasons;
import io.dyadwire.processor.tag.ArticleTagger;
import io.dyadwire.processor.topic.TopicBook;
import io.dyadwire.runner.ninjs.NinjsWriter;
import io.dyadwire.runner.source.Source;
import io.dyadwire.runner.up.TopicsOption;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dyadwire tag}. */
@Command(
        name = "tag",
        description = {
            "Show what an article is about.",
            "Countries, pairs, topics, dates and deadlines, with the words that say so.",
            "Reads one article: plain text (the first line is the title), one JSON object {id, publishedAt, title, text},"
                    + " or a web page, from a file or by its address.",
            "With --jsonl, reads many such objects, a line each, and writes one tagged article a line, in order.",
            "With --format ninjs, writes IPTC ninjs 3.1."
        },
        footer = {
            "",
            "Examples:",
            "  dyadwire tag --explain article.txt",
            "  dyadwire tag --published 2019-08-14 article.txt",
            "  dyadwire tag https://example.org/news/1",
            "  dyadwire tag --jsonl < articles.jsonl > tagged.jsonl",
            "  dyadwire tag --format ninjs article.txt"
        })
public final class TagCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|URL|-",
            description = "What to read; '-' or nothing: standard input.")
    private String source = "-";

    @Option(names = "--jsonl", description = "Articles in and tagged articles out, a line of JSON each.")
    private boolean jsonl;

    @Option(
            names = "--explain",
            description = "Show the article with the words marked, why each tag was given, and why others were not.")
    private boolean explain;

    @Option(
            names = "--format",
            paramLabel = "FORM",
            description = "text for a person, json as on news.tagged, or ninjs. Default: text, with --jsonl json.")
    private @Nullable TagFormat format;

    @Mixin
    private TopicsOption topics;

    @Option(
            names = "--published",
            paramLabel = "DAY",
            description =
                    "The day of publication (UTC), that 'Friday' or 'next week' count from. Default: the day that the page says, else today.")
    private @Nullable LocalDate published;

    @Override
    public Integer call() throws IOException {
        InstantSource clock = InstantSource.system();
        TopicBook book = topics.book();
        ArticleTagger tagger = ArticleTagger.create(book);
        PrintWriter err = spec.commandLine().getErr();
        if (explain && (jsonl || (format != null && format != TagFormat.TEXT))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--explain: is for a person to read; not with --jsonl, nor with --format json or ninjs");
        }
        if (jsonl) {
            try (BufferedReader in = new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
                OutputStream out = new BufferedOutputStream(System.out, 1 << 16);
                Function<TaggedArticle, ?> form = form(format == null ? TagFormat.JSON : format, book);
                return new TagLines(article -> form.apply(tagger.tag(article)), clock).run(in, out, err) == 0 ? 0 : 1;
            }
        }
        Reasons reasons = explain ? Reasons.asked() : Reasons.NONE;
        TaggedArticle tagged = tagger.tag(read(clock), reasons);
        PrintWriter out = spec.commandLine().getOut();
        if (format == null || format == TagFormat.TEXT) {
            Ink ink = Ink.ofTerminal();
            (explain ? TagReport.explained(tagged, reasons.all(), ink) : TagReport.lines(tagged, ink))
                    .forEach(out::println);
        } else {
            out.println(Json.mapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(form(format, book).apply(tagged)));
        }
        out.flush();
        return 0;
    }

    private Function<TaggedArticle, ?> form(TagFormat asked, TopicBook book) {
        return switch (asked) {
            case JSON -> tagged -> tagged;
            case NINJS -> new NinjsWriter(book)::write;
            case TEXT ->
                throw new ParameterException(
                        spec.commandLine(), "--format text: is not a line an article; not with --jsonl");
        };
    }

    private Article read(InstantSource clock) throws IOException {
        Source read = input();
        try {
            return new ArticleReader(clock, spec.commandLine().getErr()::println, published).read(read);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), source + ": " + e.getMessage(), e);
        }
    }

    private Source input() throws IOException {
        if (source.equals("-")) {
            return Source.of(System.in.readAllBytes());
        }
        try {
            return Source.read(source);
        } catch (IOException | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), source + ": " + e.getMessage(), e);
        }
    }

    private InputStream open() throws IOException {
        if (source.equals("-")) {
            return System.in;
        }
        try {
            return Files.newInputStream(Path.of(source));
        } catch (NoSuchFileException e) {
            throw new ParameterException(spec.commandLine(), source + ": there is no such file", e);
        }
    }
}
