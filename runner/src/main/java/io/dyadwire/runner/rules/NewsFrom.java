package io.dyadwire.runner.rules;

import io.dyadwire.alerts.backtest.ArticleSource;
import io.dyadwire.alerts.backtest.Backtest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which news of the past rules are tried on: what Kafka keeps, or a file; a picocli group. */
final class NewsFrom {
    @Option(
            names = "--since",
            required = true,
            paramLabel = "TIME",
            description = "Over news.tagged since so long ago, such as P7D or PT12H; it keeps 30 days.")
    private @Nullable Duration since;

    @Option(
            names = "--articles",
            required = true,
            paramLabel = "FILE",
            description =
                    "Over this file, a line of JSON each, oldest first: tagged articles, as 'dyadwire tag --jsonl'"
                            + " writes them; others are tagged here.")
    private @Nullable Path articles;

    @FunctionalInterface
    interface Work<T> {
        T with(ArticleSource source, Backtest.Progress progress);
    }

    /** Does something with it; how far it is goes to {@code err}. */
    <T> T over(RuleTopicOptions rules, InstantSource clock, PrintWriter err, Work<T> work) throws IOException {
        ProgressLine progress = new ProgressLine(err);
        try {
            if (articles != null) {
                TaggedInput input = new TaggedInput(rules::topics, clock, err::println);
                try (TaggedFile lines = TaggedFile.open(articles, input, err::println)) {
                    return work.with(lines, progress);
                }
            }
            Duration back = since == null ? Duration.ZERO : since;
            return rules.news().over(clock.instant().minus(back), source -> work.with(source, progress));
        } finally {
            progress.end();
        }
    }
}
