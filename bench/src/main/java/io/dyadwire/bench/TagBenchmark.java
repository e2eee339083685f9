package io.dyadwire.bench;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.tag.TopicTag;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.country.CountryTagger;
import io.dyadwire.processor.pair.PairTagger;
import io.dyadwire.processor.tag.ArticleTagger;
import io.dyadwire.processor.text.Document;
import io.dyadwire.processor.topic.TopicBook;
import io.dyadwire.processor.topic.TopicTagger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Articles a second on one core: all tags ({@code tag}), only countries, pairs and topics ({@code about}), and the limit,
 * cutting the same text into words ({@code cut}). The ratio to the limit, from one run, is the figure. The line
 * {@code characters} beside each is how many characters that were a second; divided by the first, how long an article is.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 8, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
public class TagBenchmark {
    /** A file of articles, one JSON a line; made-up ones without. */
    @Param("")
    private String articles;

    /** Characters of text that the file's articles are joined to; 0 takes each as it is. */
    @Param("2500")
    private int length;

    private List<Article> read;
    private ArticleTagger tagger;
    private Tokenizer tokenizer;
    private CountryTagger countries;
    private PairTagger pairs;
    private TopicTagger topics;
    private int next;

    @Setup
    public void load() throws IOException {
        read = articles.isEmpty() ? BenchArticles.make(1000, 42) : BenchArticles.read(Path.of(articles), length);
        tagger = ArticleTagger.create();
        Vocabulary vocabulary = new Vocabulary();
        tokenizer = new Tokenizer(vocabulary);
        pairs = new PairTagger(vocabulary);
        topics = new TopicTagger(vocabulary, TopicBook.bundled());
        countries = new CountryTagger(vocabulary);
    }

    /** What was read beside the articles that JMH counts. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Read {
        /** UTF-16 units of text. */
        public long characters;
    }

    @Benchmark
    public TaggedArticle tag(Read amount) {
        return tagger.tag(article(amount));
    }

    @Benchmark
    public List<TopicTag> about(Read amount, Blackhole hole) {
        Document document = Document.cut(article(amount), tokenizer);
        hole.consume(pairs.tag(document, countries.tag(document)));
        return topics.tag(document);
    }

    @Benchmark
    public Tokens cut(Read amount) {
        return tokenizer.cut(article(amount).text());
    }

    private Article article(Read amount) {
        next = next + 1 == read.size() ? 0 : next + 1;
        Article article = read.get(next);
        amount.characters += article.text().length();
        return article;
    }
}
