package io.dyadwire.bench;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.PublishedAtSource;
import io.dyadwire.contract.article.TextKind;
import io.dyadwire.runner.tag.ArticleLine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Made-up news of about 2.5 KB an article, the same for the same seed. Each tells of one matter between two states: a
 * third of the sentences say what they did and when, the rest is everyday matter without a tag in it.
 */
public final class BenchArticles {
    static final int LENGTH = 2500;

    private static final Instant START = Instant.parse("2021-03-01T00:00:00Z");

    private record State(String name, String capital) {}

    private static final List<State> STATES = List.of(
            new State("Japan", "Tokyo"),
            new State("South Korea", "Seoul"),
            new State("China", "Beijing"),
            new State("the United States", "Washington"),
            new State("India", "New Delhi"),
            new State("Pakistan", "Islamabad"),
            new State("Germany", "Berlin"),
            new State("France", "Paris"),
            new State("Russia", "Moscow"),
            new State("Ukraine", "Kyiv"),
            new State("Turkey", "Ankara"),
            new State("Iran", "Tehran"),
            new State("Egypt", "Cairo"),
            new State("Brazil", "Brasilia"),
            new State("Mexico", "Mexico City"),
            new State("Nigeria", "Abuja"),
            new State("Kenya", "Nairobi"),
            new State("Norway", "Oslo"),
            new State("Poland", "Warsaw"));
    private static final List<String> MATTERS = List.of(
            "export controls on chip-making materials",
            "a defence pact",
            "customs duties on steel",
            "gas supplies",
            "the border incident",
            "a prisoner exchange",
            "fishing rights",
            "wartime compensation",
            "a joint drill",
            "the sanctions on its banks");
    private static final List<String> WHEN = List.of(
            "on Friday",
            "next week",
            "by the end of the month",
            "on Sept. 12",
            "within 60 days",
            "last Tuesday",
            "in early October",
            "on March 3, 2021",
            "earlier this week",
            "two days later");
    private static final List<String> RELATIONS = List.of(
            "%s told %s that talks over %s would resume %s, a ministry spokesman said.",
            "%s and %s signed a memorandum on %s %s after months of quiet meetings.",
            "Officials from %s accused %s of dragging its feet over %s, and asked for an answer %s.",
            "A decision by %s on whether to join %s in the matter of %s is due %s.",
            "Lawmakers in %s urged %s to settle the dispute over %s %s.");
    private static final List<String> EVERYDAY = List.of(
            "Shop owners along the harbour said the rain had kept most visitors away for the better part of the season.",
            "The council will spend more on street lights, school kitchens and a second bridge over the canal.",
            "Shares of the carmaker slipped after it warned that parts would stay scarce and margins thin.",
            "The museum lent its oldest map to a travelling show that has drawn long queues wherever it went.",
            "Doctors at the clinic reported fewer cases than a year before, though beds were still hard to find.",
            "Her third novel follows a ferry pilot who returns home to find that nobody remembers the old quay.",
            "The home side scored twice in the closing minutes and left the pitch to loud applause.",
            "A survey of farmers found that most had sown later than usual and expected a smaller harvest.",
            "The orchestra opened the evening with a piece that had not been heard in the hall for decades.",
            "Engineers replaced a valve at the water works overnight, and pressure was back to normal by breakfast.");

    private BenchArticles() {}

    /** {@code count} articles, one a minute from the start of March 2021. */
    static List<Article> make(int count, long seed) {
        Random random = new Random(seed);
        List<Article> articles = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            articles.add(article(i, random));
        }
        return articles;
    }

    /**
     * Those of a file with one in a line ({@code {"id", "publishedAt", "title", "text"}}), neighbours joined and cut so that
     * each has {@code length} characters; as they are with 0.
     */
    public static List<Article> read(Path file, int length) throws IOException {
        List<Article> articles = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String line : Files.readAllLines(file)) {
            Article one = ArticleLine.read(line, () -> START, warning -> {});
            text.append(one.text());
            if (text.length() >= length) {
                Instant at = one.publishedAt() == null ? START : one.publishedAt();
                int end = length == 0 ? text.length() : length;
                articles.add(article(articles.size(), one.title(), text.substring(0, end), at));
                text.setLength(0);
            } else {
                text.append("\n\n");
            }
        }
        return articles;
    }

    private static Article article(int number, Random random) {
        State one = pick(STATES, random);
        State other = pick(STATES, random);
        String matter = pick(MATTERS, random);
        StringBuilder text = new StringBuilder(LENGTH + 300);
        while (text.length() < LENGTH) {
            text.append(random.nextInt(3) == 0 ? relation(one, other, matter, random) : pick(EVERYDAY, random));
            text.append(random.nextInt(3) == 0 ? "\n\n" : " ");
        }
        String title = one.capital() + " weighs " + matter;
        return article(number, title, text.toString(), START.plus(number, ChronoUnit.MINUTES));
    }

    private static Article article(int number, String title, String text, Instant at) {
        return new Article(
                ArticleId.of("bench", Integer.toString(number)),
                URI.create("https://bench.example/" + number),
                "bench-" + number % 50,
                "Bench " + number % 50,
                "Publisher " + number % 50,
                title,
                text,
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
    }

    private static String relation(State one, State other, String matter, Random random) {
        String actor = random.nextBoolean() ? one.name() : one.capital();
        String sentence = pick(RELATIONS, random).formatted(actor, other.name(), matter, pick(WHEN, random));
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
