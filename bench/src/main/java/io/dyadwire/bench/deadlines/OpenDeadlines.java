package io.dyadwire.bench.deadlines;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.PublishedAtSource;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.article.TextKind;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.DeadlineState;
import io.dyadwire.contract.deadline.DeadlineStatement;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.tag.DeadlineTag;
import io.dyadwire.contract.tag.TaggedArticle;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Made-up deadlines, the same in every run: some on one day, the others spread over two years behind it.
 *
 * @param many how many
 * @param atOnce how many of them are due on {@code day}
 */
record OpenDeadlines(int many, int atOnce, LocalDate day, Instant heard) {
    private static final int DAYS = 730;
    private static final List<String> CODES =
            List.of("AUS", "BRA", "CAN", "CHN", "DEU", "FRA", "GBR", "IND", "JPN", "KOR", "MEX", "USA");

    /** Those due on the day have the first numbers. */
    private LocalDate dayOf(int i) {
        return i < atOnce ? day : day.plusDays(20 + i % DAYS);
    }

    private String id(int i) {
        return "bench-deadline-" + i;
    }

    /** How many of those that are due on the day are in this set. */
    long amongThoseAtOnce(Set<String> ids) {
        return IntStream.range(0, atOnce).filter(i -> ids.contains(id(i))).count();
    }

    private static Pair pair(int i) {
        return Pair.of(CODES.get(i % CODES.size()), CODES.get((i + 1 + i / 12 % 11) % CODES.size()));
    }

    private static String sentence(int i, LocalDate day) {
        return "A decision on agreement number " + i + " between the two governments is due on " + day
                + ", officials of both sides said after a day of talks.";
    }

    Article article(int i) {
        String text = sentence(i, dayOf(i));
        return new Article(
                ArticleId.of("bench", Integer.toString(i)),
                URI.create("https://press.example/" + i),
                "press",
                "The Press",
                "The Press",
                "Agreement number " + i + " nears its day",
                text,
                TextKind.FULL,
                "en",
                heard,
                PublishedAtSource.FEED,
                heard,
                null,
                1,
                List.of(),
                List.of(),
                false);
    }

    /** What the tagger would make of it; tagging is not what is measured here. */
    TaggedArticle tagged(Article article) {
        int i = Integer.parseInt(article.url().getPath().substring(1));
        DeadlineTag tag = new DeadlineTag(
                id(i),
                PartialDate.of(dayOf(i)),
                null,
                DeadlineKind.DEADLINE,
                "due on",
                "decision on agreement number " + i,
                List.of(pair(i)),
                List.of("trade-agreement"),
                0.9,
                List.of(new Span(Field.TEXT, 0, article.text().length())));
        return new TaggedArticle(article, List.of(), List.of(), List.of(), List.of(), List.of(tag), null, "bench");
    }

    Deadline deadline(int i) {
        PartialDate date = PartialDate.of(dayOf(i));
        return new Deadline(
                id(i),
                "decision on agreement number " + i,
                DeadlineKind.DEADLINE,
                List.of(pair(i)),
                List.of("trade-agreement"),
                date,
                null,
                null,
                DeadlineState.ANNOUNCED,
                List.of(new DeadlineStatement(
                        heard,
                        date,
                        ArticleId.of("bench", Integer.toString(i)),
                        "Agreement number " + i + " nears its day",
                        URI.create("https://press.example/" + i),
                        "The Press",
                        sentence(i, dayOf(i)),
                        null)),
                List.of("The Press"),
                heard,
                heard,
                null);
    }

    /** Twelve desks with a rule on each pair of one country: two rules follow each deadline. */
    static String rules() {
        StringBuilder yaml = new StringBuilder("desks:\n");
        CODES.forEach(code -> yaml.append("  - {id: desk-" + code.toLowerCase(Locale.ROOT) + "}\n"));
        yaml.append("rules:\n");
        CODES.forEach(code -> {
            String small = code.toLowerCase(Locale.ROOT);
            yaml.append("  - {id: rule-" + small + ", desk: desk-" + small + ", countries: [" + code
                    + "], alertOn: [deadlines]}\n");
        });
        return yaml.toString();
    }
}
