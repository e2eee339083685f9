package io.dyadwire.bench.alerts;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.PublishedAtSource;
import io.dyadwire.contract.article.TextKind;
import io.dyadwire.contract.tag.Story;
import io.dyadwire.contract.tag.TaggedArticle;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Articles of about 2.5 KB of made-up words, frequent and rare as in a language (Zipf), and rules that ask for two of them. */
final class MadeUpNews {
    private static final int WORDS = 30_000;
    private static final int WORDS_AN_ARTICLE = 380;
    private static final String[] SYLLABLES = {
        "ba", "ke", "lo", "mi", "nu", "ra", "so", "te", "vi", "zu", "dra", "fel", "gor", "hin", "jum", "pol", "qua",
        "ril"
    };

    private final Random random;
    private final String[] words = new String[WORDS];
    private final double[] upTo = new double[WORDS];

    MadeUpNews(long seed) {
        this.random = new Random(seed);
        double sum = 0;
        for (int i = 0; i < WORDS; i++) {
            words[i] = word(i);
            sum += 1.0 / (i + 3);
            upTo[i] = sum;
        }
    }

    /** A rule's words: both rarer than the commonest thousand. */
    String query() {
        return rare() + " AND " + rare();
    }

    TaggedArticle article(String number, Instant at) {
        StringBuilder text = new StringBuilder(2600);
        for (int i = 0; i < WORDS_AN_ARTICLE; i++) {
            String word = common();
            text.append(i % 14 == 0 ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) : word)
                    .append(i % 14 == 13 ? ". " : " ");
        }
        ArticleId id = ArticleId.of("bench", number);
        Article article = new Article(
                id,
                URI.create("https://news.example/" + number),
                "bench",
                "Bench",
                "Bench",
                rare() + " " + common() + " " + rare() + " " + common(),
                text.toString(),
                TextKind.FULL,
                "en",
                at,
                PublishedAtSource.FEED,
                at,
                null,
                1,
                List.of(),
                List.of(),
                false);
        return new TaggedArticle(
                article,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Story(id.value(), null, 1, null),
                "1");
    }

    private String common() {
        double place = random.nextDouble() * upTo[WORDS - 1];
        int found = Arrays.binarySearch(upTo, place);
        return words[Math.min(WORDS - 1, found < 0 ? -found - 1 : found)];
    }

    private String rare() {
        return words[1000 + random.nextInt(WORDS - 1000)];
    }

    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        for (int rest = number; word.isEmpty() || rest > 0; rest /= SYLLABLES.length) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return word.append(SYLLABLES[number % 7]).toString();
    }
}
