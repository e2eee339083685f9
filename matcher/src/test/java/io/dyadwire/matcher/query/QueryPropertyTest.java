package io.dyadwire.matcher.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.matcher.query.MatchSpan.Field;
import io.dyadwire.matcher.text.TextFuzz;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random queries over few words, against {@link NaiveQuery}, which asks one query at a time by its definition. */
final class QueryPropertyTest {
    private static final List<String> WORDS =
            List.of("b", "controls", "control", "Controlled", "contorl", "contract", "d", "f.");

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldMatchWhatAPlainSearchMatches(long seed) {
        Random random = new Random(seed);
        Vocabulary vocabulary = new Vocabulary();
        QueryIndex<Integer> index = new QueryIndex<>(vocabulary);
        Map<Integer, Query> queries = queries(random, 60);
        queries.forEach(index::put);
        for (int i = 0; i < 40; i++) {
            assertSame(index, queries, vocabulary, random);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldMatchTheSameWhenQueriesComeAndGo(long seed) {
        Random random = new Random(seed);
        Vocabulary vocabulary = new Vocabulary();
        QueryIndex<Integer> index = new QueryIndex<>(vocabulary);
        Map<Integer, Query> queries = new LinkedHashMap<>();
        for (int i = 0; i < 60; i++) {
            int key = random.nextInt(30);
            if (random.nextInt(3) == 0) {
                assertThat(index.remove(key)).isEqualTo(queries.remove(key) != null);
            } else {
                Query query = queries(random, 1).get(0);
                index.put(key, query);
                queries.put(key, query); // a key that is known keeps its place
            }
            assertThat(index.size()).isEqualTo(queries.size());
            assertSame(index, queries, vocabulary, random);
        }
    }

    private static void assertSame(
            QueryIndex<Integer> index, Map<Integer, Query> queries, Vocabulary vocabulary, Random random) {
        Tokens title = new Tokenizer(vocabulary).cut(text(random, 6));
        Tokens text = new Tokenizer(vocabulary).cut(text(random, 25));
        Set<String> facts = random.nextBoolean() ? Set.of("country:JPN", "topic:trade") : Set.of("country:KOR");
        NaiveQuery plain = new NaiveQuery(vocabulary, title, text, facts);
        List<Integer> expected = queries.keySet().stream()
                .filter(key -> plain.holds(queries.get(key)))
                .toList();
        Document document = new Document(title, text);
        facts.forEach(fact -> document.with(
                QueryField.named(fact.substring(0, fact.indexOf(':'))).orElseThrow(),
                fact.substring(fact.indexOf(':') + 1)));
        assertThat(index.find(document))
                .as("%s | %s | %s", title.source(), text.source(), facts)
                .isEqualTo(expected);
        List<QueryMatch<Integer>> matches = index.match(document);
        assertThat(matches.stream().map(QueryMatch::key)).isEqualTo(expected);
        matches.forEach(match -> assertSpansValid(match, title, text));
        queries.forEach(
                (key, query) -> assertExplained(query, vocabulary, document, expected.contains(key), matches, key));
    }

    /** The words of the query are in the vocabulary already, so that the document may be used again. */
    private static void assertExplained(
            Query query,
            Vocabulary vocabulary,
            Document document,
            boolean holds,
            List<QueryMatch<Integer>> matches,
            Integer key) {
        Explanation explained = Explanation.of(query, vocabulary, () -> document);
        assertThat(explained.holds()).as("%s", query).isEqualTo(holds);
        matches.stream().filter(match -> match.key().equals(key)).forEach(match -> assertThat(explained.spans())
                .isEqualTo(match.spans()));
        assertConsistent(explained);
    }

    private static void assertConsistent(Explanation explained) {
        List<Boolean> parts = explained.parts().stream().map(Explanation::holds).toList();
        switch (explained.part()) {
            case Query.And and -> assertThat(explained.holds()).isEqualTo(!parts.contains(false));
            case Query.Or or -> assertThat(explained.holds()).isEqualTo(parts.contains(true));
            case Query.Not not -> assertThat(parts).containsExactly(!explained.holds());
            case Query.Within within -> assertThat(parts).containsExactly(explained.holds());
            case Query.Near near ->
                assertThat(explained.holds() && parts.contains(false)).isFalse();
            default -> assertThat(parts).isEmpty();
        }
        explained.parts().forEach(QueryPropertyTest::assertConsistent);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldReadItsOwnWriting(long seed) {
        queries(new Random(seed), 200).values().forEach(query -> assertThat(QueryParser.parse(query.toString()))
                .isEqualTo(query));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldRefuseOrMatchAnyTextAsAQuery(long seed) {
        TextFuzz fuzz = new TextFuzz(seed);
        for (int i = 0; i < 300; i++) {
            String text = fuzz.text(12);
            try {
                Query query = QueryParser.parse(text);
                assertThat(QueryParser.parse(query.toString())).isEqualTo(query);
                Vocabulary vocabulary = new Vocabulary();
                QueryIndex<String> index = new QueryIndex<>(vocabulary);
                index.put("q", query);
                Tokens tokens = new Tokenizer(vocabulary).cut(text);
                index.match(new Document(tokens, tokens)).forEach(match -> assertSpansValid(match, tokens, tokens));
            } catch (QuerySyntaxException refused) {
                assertThat(refused.position()).isBetween(0, text.length());
                assertThat(refused.caret().lines()).hasSize(2);
            }
        }
    }

    private static Map<Integer, Query> queries(Random random, int count) {
        Map<Integer, Query> queries = new LinkedHashMap<>();
        while (queries.size() < count) {
            try {
                queries.put(queries.size(), QueryParser.parse(query(random, 3)));
            } catch (QuerySyntaxException refused) {
                assertThat(refused.problem()).containsAnyOf("match", "field inside");
            }
        }
        return queries;
    }

    private static String query(Random random, int depth) {
        int kind = random.nextInt(depth > 0 ? 12 : 5);
        return switch (kind) {
            case 0, 1 -> (random.nextInt(4) == 0 ? "=" : "") + word(random);
            case 2 ->
                "\"" + word(random) + " " + word(random) + "\""
                        + (random.nextBoolean() ? "" : "~" + (1 + random.nextInt(3)));
            case 3 -> List.of("con*", "contr*", "controls*").get(random.nextInt(3));
            case 4 -> List.of("control~1", "controll~2", "contarct~1").get(random.nextInt(3));
            case 5 -> "(" + query(random, depth - 1) + " " + query(random, depth - 1) + ")";
            case 6 -> "(" + query(random, depth - 1) + " OR " + query(random, depth - 1) + ")";
            case 7 -> "(" + query(random, depth - 1) + " NOT " + query(random, depth - 1) + ")";
            case 8 -> "(" + query(random, 0) + " NEAR/" + (1 + random.nextInt(4)) + " " + query(random, 0) + ")";
            case 9 -> "((" + query(random, 0) + " OR " + query(random, 0) + ") NEAR/2 " + query(random, 0) + ")";
            case 10 ->
                List.of("country:JPN", "country:(KOR OR JPN)", "topic:trade").get(random.nextInt(3));
            default -> (random.nextBoolean() ? "title:(" : "text:(") + query(random, depth - 1) + ")";
        };
    }

    private static String text(Random random, int words) {
        return IntStream.range(0, random.nextInt(words))
                .mapToObj(i -> random.nextInt(6) == 0 ? "Stop. Go" : word(random))
                .collect(Collectors.joining(" "));
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static void assertSpansValid(QueryMatch<?> match, Tokens title, Tokens text) {
        assertThat(match.spans()).doesNotHaveDuplicates();
        List<MatchSpan> ordered = new ArrayList<>(match.spans());
        for (MatchSpan span : ordered) {
            Tokens field = span.field() == Field.TITLE ? title : text;
            assertThat(span.start()).isBetween(0, span.end() - 1);
            assertThat(span.end()).isLessThanOrEqualTo(field.source().length());
        }
        for (int i = 1; i < ordered.size(); i++) {
            MatchSpan before = ordered.get(i - 1);
            MatchSpan span = ordered.get(i);
            assertThat(before.field().compareTo(span.field())).isLessThanOrEqualTo(0);
            assertThat(before.field() != span.field() || before.start() <= span.start())
                    .isTrue();
        }
    }
}
