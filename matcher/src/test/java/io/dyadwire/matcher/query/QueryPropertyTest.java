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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random queries over few words, against {@link NaiveQuery}, which asks one query at a time by its definition. */
final class QueryPropertyTest {
    private static final List<String> WORDS = List.of("a", "b", "controls", "control", "Controlled", "d", "e.", "f");

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldMatchWhatAPlainSearchMatches(long seed) {
        Random random = new Random(seed);
        Map<Integer, Query> queries = queries(random, 60);
        Vocabulary vocabulary = new Vocabulary();
        QueryIndex<Integer> index = QueryIndex.of(queries, vocabulary);
        for (int i = 0; i < 40; i++) {
            Tokens title = new Tokenizer(vocabulary).cut(text(random, 6));
            Tokens text = new Tokenizer(vocabulary).cut(text(random, 25));
            NaiveQuery plain = new NaiveQuery(vocabulary, List.of(title, text));
            List<Integer> expected = queries.keySet().stream()
                    .filter(key -> plain.holds(queries.get(key)))
                    .toList();
            List<QueryMatch<Integer>> matches = index.match(title, text);
            assertThat(matches.stream().map(QueryMatch::key))
                    .as("%s | %s", title.source(), text.source())
                    .isEqualTo(expected);
            matches.forEach(match -> assertSpansValid(match, title, text));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldMatchWithinASentenceAsInThatSentenceAlone(long seed) {
        Random random = new Random(seed);
        Map<Integer, Query> queries = queries(random, 40);
        Vocabulary vocabulary = new Vocabulary();
        QueryIndex<Integer> index = QueryIndex.of(queries, vocabulary);
        Tokens text = new Tokenizer(vocabulary).cut(text(random, 60));
        for (int s = 0; s < text.sentences(); s++) {
            String sentence = text.source().substring(text.sentenceFrom(s), text.sentenceTo(s));
            Tokens alone = new Tokenizer(vocabulary).cut(sentence);
            assertThat(index.match(Field.TEXT, text, text.firstTokenOf(s), text.lastTokenOf(s)).stream()
                            .map(QueryMatch::key))
                    .isEqualTo(index.match(alone, new Tokenizer(vocabulary).cut("")).stream()
                            .map(QueryMatch::key)
                            .toList());
        }
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
                QueryIndex<String> index = QueryIndex.of(Map.of("q", query), vocabulary);
                Tokens tokens = new Tokenizer(vocabulary).cut(text);
                index.match(tokens, tokens).forEach(match -> assertSpansValid(match, tokens, tokens));
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
                assertThat(refused.problem()).contains("match");
            }
        }
        return queries;
    }

    private static String query(Random random, int depth) {
        int kind = random.nextInt(depth > 0 ? 8 : 3);
        return switch (kind) {
            case 0, 1 -> (random.nextInt(4) == 0 ? "=" : "") + word(random);
            case 2 ->
                "\"" + word(random) + " " + word(random) + "\""
                        + (random.nextBoolean() ? "" : "~" + (1 + random.nextInt(3)));
            case 3 -> "(" + query(random, depth - 1) + " " + query(random, depth - 1) + ")";
            case 4 -> "(" + query(random, depth - 1) + " OR " + query(random, depth - 1) + ")";
            case 5 -> "(" + query(random, depth - 1) + " NOT " + query(random, depth - 1) + ")";
            case 6 -> "(" + query(random, 0) + " NEAR/" + (1 + random.nextInt(4)) + " " + query(random, 0) + ")";
            default -> "((" + query(random, 0) + " OR " + query(random, 0) + ") NEAR/2 " + query(random, 0) + ")";
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
        assertThat(match.spans()).isNotEmpty().doesNotHaveDuplicates();
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
