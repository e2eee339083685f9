package io.dyadwire.bench;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.tag.ArticleTagger;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Articles of 2.5 KB a second on one core: all tags ({@code tag}) beside the limit, cutting the same text into words
 * ({@code cut}). The ratio of the two, from one run, is the figure.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
public class TagBenchmark {
    private final List<Article> articles = BenchArticles.make(1000, 42);
    private ArticleTagger tagger;
    private Tokenizer tokenizer;
    private int next;

    @Setup
    public void load() {
        tagger = ArticleTagger.create();
        tokenizer = new Tokenizer(new Vocabulary());
    }

    @Benchmark
    public TaggedArticle tag() {
        return tagger.tag(article());
    }

    @Benchmark
    public Tokens cut() {
        return tokenizer.cut(article().text());
    }

    private Article article() {
        next = next + 1 == articles.size() ? 0 : next + 1;
        return articles.get(next);
    }
}
