package io.dyadwire.bench;

import io.dyadwire.contract.article.Article;
import io.dyadwire.matcher.phrase.Match;
import io.dyadwire.matcher.phrase.PhraseIndex;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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

/**
 * Cutting an article of 2.5 KB and finding all of N names in it, articles a second on one core. The names are made up, one
 * to three words each, and a tenth of them begins with a word of the articles. The figure is the ratio of the two sizes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
public class PhraseBenchmark {
    private static final String[] SYLLABLES =
            "ba ke li mo ru sa te vi no dar fen gol hus jin kar lam mer pon".split(" ");

    @Param({"1000", "100000"})
    private int names;

    private final List<Article> articles = BenchArticles.make(1000, 42);
    private PhraseIndex index;
    private Tokenizer tokenizer;
    private int next;

    @Setup
    public void load() {
        Vocabulary vocabulary = new Vocabulary();
        tokenizer = new Tokenizer(vocabulary);
        PhraseIndex.Builder builder = PhraseIndex.builder(vocabulary);
        Random random = new Random(7);
        for (int i = 0; i < names; i++) {
            builder.add(i, name(random), Match.FOLDED);
        }
        index = builder.build();
    }

    @Benchmark
    public int find() {
        next = next + 1 == articles.size() ? 0 : next + 1;
        Tokens tokens = tokenizer.cut(articles.get(next).text());
        int[] found = {tokens.count()};
        index.find(tokens, (id, first, last) -> found[0] += last - first + 1);
        return found[0];
    }

    private String name(Random random) {
        StringBuilder name = new StringBuilder();
        if (random.nextInt(10) == 0) {
            String[] words =
                    articles.get(random.nextInt(articles.size())).text().split("\\W+", 50);
            name.append(words[random.nextInt(words.length - 1)]).append(' ');
        }
        for (int words = 1 + random.nextInt(2); words > 0; words--) {
            for (int i = 0; i < 4; i++) {
                name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            name.append(' ');
        }
        return name.toString();
    }
}
