package io.dyadwire.runner.measure;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.json.JsonSerde;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.processor.measure.Measurement;
import io.dyadwire.processor.tag.ArticleTagger;
import io.dyadwire.processor.topic.TopicBook;
import io.dyadwire.runner.cli.CommandException;
import io.dyadwire.runner.tag.ArticleLine;
import io.dyadwire.runner.up.TopicsOption;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dyadwire measure}. */
@Command(
        name = "measure",
        description = {
            "Score the tags on articles that people have labelled.",
            "Reads a line of JSON an article, {id, publishedAt, title, text, gold}, where gold says what a person finds in"
                    + " it: any of countries, pairs, mainPairs, topics and deadlines. Tags each article and compares.",
            "Precision is how much of what was tagged is right, recall how much of what is there was tagged, F1 the two in"
                    + " one. docs/measuring.md says how to label."
        },
        footer = {
            "",
            "Examples:",
            "  dyadwire measure our-news.jsonl",
            "  dyadwire measure --errors our-news.jsonl | less",
            "",
            "A bad line is told by its number and left out; the exit code is then 1."
        })
public final class MeasureCommand implements Callable<Integer> {
    private final InstantSource clock;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "FILE|-", description = "Labelled articles; '-': standard input.")
    private String file;

    @Option(
            names = "--errors",
            description = "Also each tag that is wrong or missed, under its article's id and title.")
    private boolean errors;

    @Option(
            names = "--tagged",
            description = "The lines are tagged already, by 'tag --jsonl' or on news.tagged: score those tags.")
    private boolean tagged;

    @Mixin
    private TopicsOption topics;

    /** @param clock the present; no article's tags depend on it */
    public MeasureCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        var measurement = new Measurement();
        TopicBook book = topics.book();
        var lines = new LabelledLines(
                tagged ? given() : made(book), book.slugs(), spec.commandLine().getErr());
        int bad;
        try (var in = new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
            bad = lines.measure(in, measurement, (line, article, differences) -> {
                if (errors) {
                    MeasureReport.errors(line, article, differences).forEach(out::println);
                }
            });
        }
        if (measurement.articles() == 0) {
            out.flush();
            throw new CommandException(file + ": there is no labelled article in it");
        }
        out.println("articles: " + measurement.articles() + (bad == 0 ? "" : ", bad lines left out: " + bad));
        MeasureReport.table(measurement).forEach(out::println);
        out.flush();
        return bad == 0 ? 0 : 1;
    }

    private Function<String, TaggedArticle> made(TopicBook book) {
        var tagger = ArticleTagger.create(book);
        return line -> {
            Article article = ArticleLine.read(line, clock, warning -> {});
            Check.that(
                    article.publishedAt() != null,
                    "publishedAt: is missing or no time; who leads a country and what is due depend on it");
            return tagger.tag(article);
        };
    }

    private static Function<String, TaggedArticle> given() {
        var json = new JsonSerde<>(TaggedArticle.class);
        return line -> json.read(line.getBytes(StandardCharsets.UTF_8));
    }

    private InputStream open() throws IOException {
        return file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
    }
}
