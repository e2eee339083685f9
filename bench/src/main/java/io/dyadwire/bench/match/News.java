package io.dyadwire.bench.match;

import io.dyadwire.bench.BenchArticles;
import io.dyadwire.contract.article.Article;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What is matched: about 2.5 KB each. Title and text are one sentence each, so that phrases, which stay within a
 * sentence with us, and distances, which do not, need only one field in the peer: its best case.
 */
record News(String title, String text) {
    private static final int LENGTH = 2_500;
    private static final String[] SYLLABLES =
            "ba ke li mo ru sa te vi no dar fen gol hus jin kar lam mer pon sti tra gre blo cla ver tion ment"
                    .split(" ");

    /** Those of a file as {@code bench/run tag} reads it. */
    static List<News> read(Path file) throws IOException {
        List<News> news = new ArrayList<>();
        for (Article article : BenchArticles.read(file, LENGTH)) {
            news.add(new News(oneSentence(article.title()), oneSentence(article.text())));
        }
        return checked(news);
    }

    /** Made-up words, as unevenly common as those of a language: the n-th is met a share of times like 1/n. */
    static List<News> make(int count, long seed) {
        Random random = new Random(seed);
        List<String> words = words(30_000, random);
        List<News> news = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            news.add(new News(text(60, words, random), text(LENGTH, words, random)));
        }
        return checked(news);
    }

    private static List<String> words(int count, Random random) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder word = new StringBuilder();
            for (int n = i < 100 ? 1 : 2 + random.nextInt(2); n >= 0; n--) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            words.add(word.toString());
        }
        return words;
    }

    private static String text(int length, List<String> words, Random random) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            int rank = (int) Math.pow(words.size(), random.nextDouble()) - 1;
            text.append(words.get(rank)).append(random.nextInt(12) == 0 ? ", " : " ");
        }
        return text.toString();
    }

    private static String oneSentence(String text) {
        return text.replaceAll("[.!?;:]+(?=[\\s\"')\\]]|$)", ",").replaceAll("\\s+", " ");
    }

    private static List<News> checked(List<News> news) {
        Tokenizer tokenizer = new Tokenizer(new Vocabulary());
        news.removeIf(one -> {
            Tokens title = tokenizer.cut(one.title);
            Tokens text = tokenizer.cut(one.text);
            return title.sentences() > 1 || text.sentences() > 1;
        });
        Collections.shuffle(news, new Random(1));
        return List.copyOf(news);
    }
}
