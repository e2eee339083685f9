package io.dyadwire.alerts;

import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.rules.RulesException;
import io.dyadwire.alerts.rules.RulesFile;
import io.dyadwire.contract.alert.AlertEvidence;
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
import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.DeadlineTag;
import io.dyadwire.contract.tag.Mention;
import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.contract.tag.PairTag;
import io.dyadwire.contract.tag.Role;
import io.dyadwire.contract.tag.Story;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.tag.TopicTag;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Articles, deadlines and rules to test with. */
public final class Samples {
    public static final Instant T0 = Instant.parse("2019-08-14T03:00:00Z");
    public static final String TITLE = "Tokyo and Seoul trade blows";
    public static final String TEXT =
            "Japan tightened export controls on South Korea on Wednesday. The weather was fine. "
                    + "A decision on the pact is due on Aug. 24, officials in Seoul said.";

    private Samples() {}

    public static Article article(String id, int version, Instant fetchedAt, boolean backfill) {
        return new Article(
                ArticleId.of(id),
                URI.create("https://herald.example/" + id),
                "herald",
                "The Herald, world news",
                "The Herald",
                TITLE,
                TEXT,
                TextKind.FULL,
                "en",
                fetchedAt.minusSeconds(600),
                PublishedAtSource.FEED,
                fetchedAt,
                null,
                version,
                List.of(),
                List.of(),
                backfill);
    }

    public static TaggedArticle tagged(Article article) {
        return new TaggedArticle(
                article,
                List.of(
                        new CountryTag("JPN", Role.ABOUT, 0.6, List.of(mention("Japan"))),
                        new CountryTag("KOR", Role.ABOUT, 0.5, List.of(mention("South Korea"), mention("Seoul said"))),
                        new CountryTag("USA", Role.MENTIONED, 0.1, List.of(mention("officials")))),
                List.of(new PairTag(
                        new Pair("JPN-KOR"),
                        0.9,
                        true,
                        "JPN",
                        "KOR",
                        List.of(span("Japan tightened export controls")))),
                List.of(new TopicTag("export-controls", 0.8, List.of(span("export controls")))),
                List.of(),
                List.of(new DeadlineTag(
                        "pact",
                        new PartialDate("2019-08-24"),
                        null,
                        DeadlineKind.DEADLINE,
                        "Aug. 24",
                        "decision on the pact",
                        List.of(new Pair("JPN-KOR")),
                        List.of("intelligence-sharing"),
                        0.9,
                        List.of(span("Aug. 24")))),
                null,
                "1");
    }

    /** An article on this pair with this headline and nothing but it, which is about these countries. */
    public static TaggedArticle tagged(Article article, List<String> countries, Story story) {
        List<PairTag> pairs = countries.isEmpty()
                ? List.of()
                : List.of(new PairTag(
                        new Pair("JPN-KOR"),
                        0.9,
                        true,
                        null,
                        null,
                        List.of(new Span(Field.TITLE, 0, article.title().length()))));
        return new TaggedArticle(
                article,
                countries.stream()
                        .map(code -> new CountryTag(
                                code,
                                Role.ABOUT,
                                0.6,
                                List.of(new Mention(
                                        Field.TITLE, 0, article.title().length(), article.title(), MentionKind.NAME))))
                        .toList(),
                pairs,
                List.of(),
                List.of(),
                List.of(),
                story,
                "1");
    }

    public static Article article(String id, int version, String title, Instant fetchedAt) {
        return article(id, version, title, "", fetchedAt);
    }

    public static Article article(String id, int version, String title, String text, Instant fetchedAt) {
        return new Article(
                ArticleId.of(id),
                URI.create("https://herald.example/" + id),
                "herald",
                "The Herald, world news",
                "The Herald",
                title,
                text,
                TextKind.SUMMARY,
                "en",
                fetchedAt,
                PublishedAtSource.FEED,
                fetchedAt,
                null,
                version,
                List.of(),
                List.of(),
                false);
    }

    public static TaggedArticle tagged(String id) {
        return tagged(article(id, 1, T0, false));
    }

    /** A deadline as this publisher gives it now. */
    public static Deadline deadline(String date, DeadlineState state, String publisher, Instant at) {
        return deadline(date, state, publisher, at, false);
    }

    public static Deadline deadline(String date, DeadlineState state, String publisher, Instant at, boolean backfill) {
        PartialDate day = new PartialDate(date);
        return new Deadline(
                "pact",
                "decision on the pact",
                DeadlineKind.DEADLINE,
                List.of(new Pair("JPN-KOR")),
                List.of("intelligence-sharing"),
                day,
                null,
                null,
                state,
                List.of(new DeadlineStatement(
                        at,
                        day,
                        ArticleId.of(publisher, date, state.name()),
                        TITLE,
                        URI.create("https://" + publisher + ".example/pact"),
                        publisher,
                        publisher + " says " + date + ".",
                        backfill)),
                List.of(publisher),
                T0,
                at,
                null);
    }

    /** One desk {@code asia} in Tokyo and one {@code world} in UTC, with these rules. */
    public static RuleBook book(String rules) {
        String yaml = """
                desks:
                  - {id: asia, name: Asia desk, zone: Asia/Tokyo}
                  - {id: world, name: World desk}
                rules:
                """ + rules.indent(2);
        try {
            return RulesFile.parse("rules.yaml", yaml, Path.of("/etc"), Set.of());
        } catch (RulesException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Mention mention(String words) {
        Span span = span(words);
        return new Mention(Field.TEXT, span.start(), span.end(), words, MentionKind.NAME);
    }

    private static Span span(String words) {
        int start = TEXT.indexOf(words);
        return new Span(Field.TEXT, start, start + words.length());
    }

    /** The words that the evidence marks. */
    public static List<String> marked(AlertEvidence evidence) {
        List<String> words = new ArrayList<>();
        evidence.words().forEach(word -> words.add(evidence.sentence().substring(word.start(), word.end())));
        return words;
    }
}
