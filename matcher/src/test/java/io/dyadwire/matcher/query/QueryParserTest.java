package io.dyadwire.matcher.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QueryParserTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            japan                                        | japan
            japan korea                                  | japan AND korea
            japan and korea                              | japan AND and AND korea
            a OR b c OR d                                | a OR (b AND c) OR d
            "export controls" OR whitelist NOT football  | "export controls" OR (whitelist AND NOT football)
            (a OR b) -c -"d e" -(f g)                    | (a OR b) AND NOT c AND NOT "d e" AND NOT (f AND g)
            =controls ="export controls"                 | =controls AND ="export controls"
            a NEAR/5 b c                                 | (a NEAR/5 b) AND c
            x NOT a NEAR/5 (b OR "c d")                  | x AND NOT (a NEAR/5 (b OR "c d"))
            "export of control"~3                        | "export of control"~3
            intelligence-sharing G20                     | "intelligence-sharing" AND G20
            Japan's, U.S. O’Brien                        | Japan AND "U.S." AND "O’Brien"
            “curly quotes” "AND"                         | "curly quotes" AND "AND"
            a NOT NOT b NOT (NOT c)                      | a AND b AND c
            ((a))                                        | a
            日本                                          | 日本
            """)
    void shouldReadTheLanguage(String query, String canonical) {
        assertThat(QueryParser.parse(query)).hasToString(canonical);
        assertThat(QueryParser.parse(canonical)).isEqualTo(QueryParser.parse(query));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                  | 0  | an empty query
            japan (korea OR     | 15 | is missing before the end
            japan (korea        | 6  | never closed
            japan korea)        | 11 | ')' closes nothing
            japan ()            | 7  | is missing before ')'
            AND japan           | 0  | is missing before AND
            japan AND OR korea  | 10 | is missing before OR
            japan OR            | 8  | is missing before the end
            a "b c              | 2  | the quote is never closed
            a "!?"              | 2  | no letter or digit
            a & b               | 2  | no letter or digit
            a - b               | 2  | no letter or digit
            a NEAR b            | 2  | NEAR needs a distance
            a NEAR/0 b          | 2  | from 1 to 100
            a NEAR/5x b         | 2  | from 1 to 100
            a NEAR/5 (b c)      | 2  | NEAR takes
            a NEAR/5 NOT b      | 9  | is missing before NOT
            a NEAR/5 b NEAR/5 c | 11 | NEAR joins two sides
            "a b"~              | 5  | from 1 to 100
            "a b"~101           | 5  | from 1 to 100
            sanction*           | 8  | '*' is not known
            =(a b)              | 0  | not a group
            NOT football        | 0  | only NOT
            -football           | 0  | only NOT
            a OR NOT b          | 0  | without any of its words
            """)
    void shouldSayWhatIsWrongAndWhere(String query, int position, String problem) {
        QuerySyntaxException thrown = catchThrowableOfType(QuerySyntaxException.class, () -> QueryParser.parse(query));
        assertThat(thrown.problem()).contains(problem);
        assertThat(thrown.position()).isEqualTo(position);
    }

    @Test
    void shouldShowThePlaceWithACaret() {
        assertThatThrownBy(() -> QueryParser.parse("japan\nAND (korea OR china"))
                .hasMessage("""
                        ')' is missing: the group opened at column 11 is never closed
                          japan AND (korea OR china
                                    ^""");
    }

    @Test
    void shouldShowOnlyThePartOfALongQueryAroundThePlace() {
        String query = "word ".repeat(100) + "( " + "word ".repeat(100);
        QuerySyntaxException thrown = catchThrowableOfType(QuerySyntaxException.class, () -> QueryParser.parse(query));
        String[] lines = thrown.caret().split("\n", -1);
        assertThat(lines).hasSize(2);
        assertThat(lines[0]).startsWith("  …").endsWith("…").hasSizeLessThan(80);
        assertThat(lines[0].charAt(lines[1].indexOf('^'))).isEqualTo('(');
    }

    @Test
    void shouldKeepQueriesWithinBounds() {
        assertThat(QueryParser.parse("(".repeat(50) + "a" + ")".repeat(50))).hasToString("a");
        assertProblem("(".repeat(51) + "a" + ")".repeat(51), "more than 50 deep");
        assertThat(QueryParser.parse("a ".repeat(500))).isInstanceOf(Query.And.class);
        assertProblem("a ".repeat(501), "more than 500 words");
        assertProblem("\"" + "a ".repeat(51) + "\"", "at most 50 words");
        assertProblem(" ".repeat(10_001), "at most 10000 characters");
        assertProblem("a".repeat(201), "longer than 200 characters");
    }

    private static void assertProblem(String query, String problem) {
        assertThatThrownBy(() -> QueryParser.parse(query))
                .isInstanceOf(QuerySyntaxException.class)
                .hasMessageContaining(problem);
    }
}
