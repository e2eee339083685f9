package io.dyadwire.matcher.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyadwire.matcher.query.MatchSpan.Field;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QueryIndexTest {
    private static final String TITLE = "Seoul weighs the pact";
    private static final String TEXT =
            "Japan tightened its export controls. South Korea's president may end the intelligence-sharing pact.";

    private final Vocabulary vocabulary = new Vocabulary();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            japan                              | Japan
            JAPAN korea                        | Japan Korea
            "export control"                   | export controls
            ="export control"                  |
            =controls                          | controls
            "tighten controls"                 |
            "tighten controls"~2               | tightened its export controls
            "controls tighten"~5               |
            "controls south"                   |
            pact                               | pact pact
            seoul japan                        | Seoul Japan
            seoul NOT korea                    |
            seoul NOT china                    | Seoul
            china OR pact                      | pact pact
            (china OR seoul) (export OR tokyo) | Seoul export
            japan NEAR/3 export                | Japan export
            export NEAR/3 japan                | Japan export
            japan NEAR/2 export                |
            controls NEAR/1 "south korea"      | controls South Korea
            korea NEAR/5 "south korea"         |
            pact NEAR/50 seoul                 | Seoul pact
            pact NEAR/50 japan                 | Japan pact
            (japan OR end) NEAR/2 intelligence | end intelligence
            "intelligence sharing"             | intelligence-sharing
            """)
    void shouldMatchAndShowTheWords(String query, String words) {
        QueryIndex<String> index = QueryIndex.of(Map.of("q", QueryParser.parse(query)), vocabulary);
        List<QueryMatch<String>> matches = index.match(cut(TITLE), cut(TEXT));
        assertThat(matches).hasSize(words == null ? 0 : 1);
        matches.forEach(match -> assertThat(String.join(" ", shown(match))).isEqualTo(words));
    }

    @Test
    void shouldSayInWhichFieldAndWhere() {
        QueryIndex<String> index =
                QueryIndex.of(Map.of("q", QueryParser.parse("seoul AND \"export control\"")), vocabulary);
        assertThat(index.match(cut(TITLE), cut(TEXT)))
                .containsExactly(new QueryMatch<>(
                        "q", List.of(new MatchSpan(Field.TITLE, 0, 5), new MatchSpan(Field.TEXT, 20, 35))));
    }

    @Test
    void shouldTellMatchesInTheOrderOfTheQueries() {
        Map<Integer, Query> queries = new LinkedHashMap<>();
        for (int i = 9; i >= 0; i--) {
            queries.put(i, QueryParser.parse(i % 2 == 0 ? "japan OR korea OR pact" : "china"));
        }
        List<QueryMatch<Integer>> matches = QueryIndex.of(queries, vocabulary).match(cut(TITLE), cut(TEXT));
        assertThat(matches.stream().map(QueryMatch::key)).containsExactly(8, 6, 4, 2, 0);
    }

    @Test
    void shouldSeeNothingOutsideARangeOfWords() {
        QueryIndex<String> index = QueryIndex.of(
                Map.of("both", QueryParser.parse("japan korea"), "one", QueryParser.parse("korea NOT japan")),
                vocabulary);
        Tokens text = cut(TEXT);
        assertThat(index.match(Field.TEXT, text, text.firstTokenOf(1), text.lastTokenOf(1)))
                .singleElement()
                .isEqualTo(new QueryMatch<>("one", List.of(new MatchSpan(Field.TEXT, 43, 48))));
        assertThat(index.match(Field.TEXT, text, 0, text.count() - 1))
                .extracting(QueryMatch::key)
                .containsExactly("both");
    }

    @Test
    void shouldMatchNothingInATextWithoutWords() {
        QueryIndex<String> index = QueryIndex.of(Map.of("q", QueryParser.parse("japan")), vocabulary);
        assertThat(index.match(cut(""), cut("..."))).isEmpty();
        assertThat(QueryIndex.of(Map.<String, Query>of(), vocabulary).match(cut(TITLE), cut(TEXT)))
                .isEmpty();
    }

    @Test
    void shouldRefuseAQueryThatNeedsNoWord() {
        Query not = new Query.Not(new Query.Word("football", false));
        assertThatThrownBy(() -> QueryIndex.of(Map.of("q", not), vocabulary))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without any of its words");
    }

    private Tokens cut(String text) {
        return new Tokenizer(vocabulary).cut(text);
    }

    private static List<String> shown(QueryMatch<String> match) {
        return match.spans().stream()
                .map(span -> (span.field() == Field.TITLE ? TITLE : TEXT).substring(span.start(), span.end()))
                .toList();
    }
}
