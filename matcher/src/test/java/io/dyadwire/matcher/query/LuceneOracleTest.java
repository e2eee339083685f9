package io.dyadwire.matcher.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Two thousand queries over a thousand articles: the same matches as Lucene Monitor, query by query. {@code
 * -Doracle.articles=10000 -Doracle.seed=7} for more of it.
 */
final class LuceneOracleTest {
    private static final long SEED = Long.getLong("oracle.seed", 42);
    private static final int QUERIES = 2_000;
    private static final int ARTICLES = Integer.getInteger("oracle.articles", 1_000);
    private static final int BATCH = 100;
    private static final String[] ENDINGS = {"", "", "s", "ed", "ing"};
    private static final String[] FACTS = {"country:JPN", "country:KOR", "pair:JPN-KOR", "topic:trade", "source:wire"};

    private final Random random = new Random(SEED);
    private final List<String> stems = stems();

    @Test
    void shouldMatchWhatLuceneMonitorMatches() throws IOException {
        Vocabulary vocabulary = new Vocabulary();
        QueryIndex<Integer> index = new QueryIndex<>(vocabulary);
        int hits = 0;
        Map<Integer, Query> queries = queries();
        try (LuceneRules lucene = new LuceneRules(vocabulary)) {
            queries.forEach(index::put);
            lucene.putAll(queries);
            Tokenizer tokenizer = new Tokenizer(vocabulary);
            for (int i = 0; i < ARTICLES; i += BATCH) {
                List<LuceneRules.Sample> samples = IntStream.range(0, BATCH)
                        .mapToObj(number -> new LuceneRules.Sample(
                                tokenizer.cut(sentences(1)), tokenizer.cut(sentences(1 + random.nextInt(12))), facts()))
                        .toList();
                List<Set<Integer>> expected = lucene.find(samples);
                for (int number = 0; number < BATCH; number++) {
                    hits += compare(samples.get(number), index, expected.get(number), queries);
                }
            }
        }
        assertThat(hits).as("queries that matched").isGreaterThan(10 * ARTICLES);
    }

    private static int compare(
            LuceneRules.Sample sample, QueryIndex<Integer> index, Set<Integer> expected, Map<Integer, Query> queries) {
        Document document = new Document(sample.title(), sample.text());
        sample.facts()
                .forEach(fact -> document.with(
                        QueryField.named(fact.substring(0, fact.indexOf(':'))).orElseThrow(),
                        fact.substring(fact.indexOf(':') + 1)));
        Set<Integer> found = new TreeSet<>(index.find(document));
        assertThat(found)
                .as(() -> "seed " + SEED + ": " + sample.title().source() + " | "
                        + sample.text().source() + " | " + sample.facts() + " | "
                        + differing(found, expected, queries))
                .isEqualTo(expected);
        return found.size();
    }

    private static String differing(Set<Integer> found, Set<Integer> expected, Map<Integer, Query> queries) {
        Set<Integer> differing = new TreeSet<>(found);
        differing.addAll(expected);
        differing.removeIf(key -> found.contains(key) && expected.contains(key));
        return differing.stream().map(key -> String.valueOf(queries.get(key))).collect(Collectors.joining("; "));
    }

    private Map<Integer, Query> queries() {
        Map<Integer, Query> queries = new LinkedHashMap<>();
        while (queries.size() < QUERIES) {
            try {
                queries.put(queries.size(), QueryParser.parse(query(2)));
            } catch (QuerySyntaxException refused) {
                assertThat(refused.problem()).contains("match");
            }
        }
        return queries;
    }

    private String query(int depth) {
        return switch (random.nextInt(depth > 0 ? 16 : 9)) {
            case 0, 1 -> word();
            case 2 -> "=" + word();
            case 3 -> '"' + word() + " " + word() + '"';
            case 4 -> "=\"" + word() + " " + word() + '"';
            case 5 -> '"' + word() + " " + word() + (random.nextBoolean() ? "" : " " + word()) + "\"~" + distance();
            case 6 -> random.nextInt(8) == 0 ? stem().substring(0, 3) + "*" : word();
            case 7 ->
                random.nextInt(16) == 0 ? misspelled() + "~1" : word(); // Lucene tries each of these on every text
            case 8 -> FACTS[random.nextInt(FACTS.length)];
            case 9, 10 -> "(" + query(depth - 1) + " " + query(depth - 1) + ")";
            case 11 -> "(" + query(depth - 1) + " OR " + query(depth - 1) + ")";
            case 12 -> "(" + query(depth - 1) + " NOT " + query(depth - 1) + ")";
            case 13 -> near();
            case 14 -> "(" + IntStream.range(0, 20).mapToObj(i -> word()).collect(Collectors.joining(" OR ")) + ")";
            default ->
                (random.nextBoolean() ? "title:" : "text:") + "(" + word() + " OR \"" + word() + " " + word() + "\")";
        };
    }

    /** Of two different words: where a word is near itself Lucene takes one place for both. */
    private String near() {
        String one = stem();
        String other = stem();
        return one.equals(other) ? one : "(" + one + " NEAR/" + distance() + " " + other + ")";
    }

    private int distance() {
        return 1 + random.nextInt(6);
    }

    private String misspelled() {
        char[] letters = (stem() + "s").toCharArray();
        letters[1 + random.nextInt(letters.length - 1)] = 'a';
        return new String(letters);
    }

    private Set<String> facts() {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> FACTS[random.nextInt(FACTS.length)])
                .collect(Collectors.toSet());
    }

    private String sentences(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "The "
                        + IntStream.range(0, 3 + random.nextInt(18))
                                .mapToObj(w -> word())
                                .collect(Collectors.joining(" "))
                        + ". ")
                .collect(Collectors.joining());
    }

    private String word() {
        return stem() + ENDINGS[random.nextInt(ENDINGS.length)];
    }

    /** Few words are many of the text. */
    private String stem() {
        return stems.get((int) (stems.size() * Math.pow(random.nextDouble(), 2.5)));
    }

    private static List<String> stems() {
        List<String> stems = new ArrayList<>();
        for (String first : List.of("tr", "gl", "m", "sp", "k", "br")) {
            for (String middle : List.of(
                    "alt", "ond", "imp", "erk", "unt", "olm", "aft", "ist", "omb", "elt", "arn", "usk", "ipt", "off",
                    "esk")) {
                stems.add(first + middle);
                stems.add(first + middle + "or");
                stems.add(first + middle + "an");
            }
        }
        return stems;
    }
}
