package io.dyadwire.runner.division;

import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.rules.RulesException;
import io.dyadwire.alerts.rules.RulesFile;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.PublishedAtSource;
import io.dyadwire.contract.article.TextKind;
import io.dyadwire.contract.tag.Story;
import io.dyadwire.contract.tag.TaggedArticle;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * News that gives every desk all there is to decide about: stories, copies and updates of them, corrections; three minutes from
 * one round to the next. What comes in one round has the same outcome in any order.
 */
final class RoundsOfNews {
    static final Instant START = Instant.parse("2019-08-21T03:00:00Z");

    private static final int ROUNDS = 8;
    private static final List<String> WORDS = List.of("pact", "ferry", "quota", "harbour", "reactor", "tunnel");
    private static final String RULES = """
            desks:
              - {id: plain}
              - {id: patient, route: {groupBy: [rule], groupWait: PT4M, groupInterval: PT7M}}
              - {id: calm, throttle: {alerts: 3, within: PT1H}}
              - {id: hourly, route: {groupBy: [], digest: hourly}}
              - {id: strict, inhibit: [{source: {severity: [critical]}, target: {severity: [info]}, equal: [article], for: PT1H}]}
              - {id: reminded, route: {repeatInterval: PT10M}}
            rules:
              - {id: plain, desk: plain, keywords: pact}
              - {id: patient, desk: patient, keywords: ferry}
              - {id: calm, desk: calm, keywords: quota}
              - {id: hourly, desk: hourly, keywords: harbour}
              - {id: strict, desk: strict, keywords: reactor, severity: critical}
              - {id: lenient, desk: strict, keywords: reactor, severity: info}
              - {id: reminded, desk: reminded, keywords: tunnel}
              - {id: all, desk: plain, keywords: pact OR ferry OR quota OR harbour OR reactor OR tunnel}
            """;

    private RoundsOfNews() {}

    static RuleBook rules() {
        try {
            return RulesFile.parse("rules.yaml", RULES, Path.of("/etc"), Set.of());
        } catch (RulesException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** At last one article for each desk, after all that waits is due. */
    static List<List<TaggedArticle>> all() {
        List<List<TaggedArticle>> rounds = new ArrayList<>();
        IntStream.range(0, ROUNDS).mapToObj(RoundsOfNews::round).forEach(rounds::add);
        Instant end = START.plus(Duration.ofHours(3));
        rounds.add(WORDS.stream()
                .map(word -> article(word, 100, "a", 1, "Last of the " + word, end))
                .toList());
        return rounds;
    }

    private static List<TaggedArticle> round(int round) {
        Instant at = START.plus(Duration.ofMinutes(3L * round));
        List<TaggedArticle> all = new ArrayList<>();
        for (String word : WORDS) {
            all.add(article(word, round, "a", 1, "Talks on the " + word + " go on", at));
            if (word.equals("quota")) {
                continue; // which of several is over what its desk allows would depend on their order
            }
            if (round > 0) {
                all.add(article(word, round - 1, "b", 1, "Talks on the " + word + " go on", at));
            }
            if (round > 1) {
                all.add(article(word, round - 2, "c", 1, "Talks on the " + word + " cost " + (2_000 + round), at));
            }
            if (round > 2) {
                all.add(article(word, round - 3, "a", 2, "CORRECTED-Talks on the " + word + " went on", at));
            }
        }
        return all;
    }

    private static TaggedArticle article(String word, int story, String outlet, int version, String title, Instant at) {
        Article article = new Article(
                ArticleId.of(word, outlet, Integer.toString(story)),
                URI.create("https://" + outlet + ".example/" + word + "/" + story),
                outlet,
                outlet,
                "Outlet " + outlet,
                title,
                "The " + word
                        + " was spoken of again, in the capital and elsewhere. Nobody wanted to say how it will end.",
                TextKind.FULL,
                "en",
                at,
                PublishedAtSource.FEED,
                at,
                null,
                version,
                List.of(),
                List.of(),
                false);
        Story of = new Story(word + "-" + story, null, 1, null);
        return new TaggedArticle(article, List.of(), List.of(), List.of(), List.of(), List.of(), of, "1");
    }
}
