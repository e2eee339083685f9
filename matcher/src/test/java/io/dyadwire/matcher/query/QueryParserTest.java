package io.dyadwire.matcher.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryParserTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            japan                                        | japan
            japan korea                                  | japan AND korea
            japan and korea                              | japan AND and AND korea
            w OR b c OR d                                | w OR (b AND c) OR d
            "export controls" OR whitelist NOT football  | "export controls" OR (whitelist AND NOT football)
            (w OR b) -c -"d e" -(f g)                    | (w OR b) AND NOT c AND NOT "d e" AND NOT (f AND g)
            =controls ="export controls"                 | =controls AND ="export controls"
            w NEAR/5 b c                                 | (w NEAR/5 b) AND c
            x NOT w NEAR/5 (b OR "c d")                  | x AND NOT (w NEAR/5 (b OR "c d"))
            "export of control"~3                        | "export of control"~3
            intelligence-sharing G20                     | "intelligence-sharing" AND G20
            Japan's, U.S. O’Brien                        | Japan AND "U.S." AND "O’Brien"
            “curly quotes” "AND"                         | "curly quotes" AND "AND"
            w NOT NOT b NOT (NOT c)                      | w AND b AND c
            ((w))                                        | w
            日本                                          | 日本
            Sanction* zelenski~1 zelenski~               | sanction* AND zelenski~1 AND zelenski~2
            +a1 +(b OR c)                                | a1 AND (b OR c)
            x1 && !y                                     | x1 AND NOT y
            title:pact text:"export control"             | title:pact AND text:"export control"
            title:(a1 OR b2) TEXT:(-c d)                 | title:(a1 OR b2) AND text:(NOT c AND d)
            Country:jpn pair:kor-jpn                     | country:JPN AND pair:JPN-KOR
            topic:(sanctions OR export-controls)         | topic:sanctions OR topic:export-controls
            publisher:"The  Harbour Post"                | publisher:"the harbour post"
            url:https://www.Example.org/News/?w=1        | url:example.org/News
            pact title:/^(PM )?president\\/.*/             | pact AND title:/^(PM )?president\\/.*/
            deadline:[2019-08-20 TO 2019-08-31]          | deadline:[2019-08-20 TO 2019-08-31]
            deadline:{2019-08-20 TO 2019-08-31}          | deadline:[2019-08-21 TO 2019-08-30]
            deadline:<=2019-08-31 deadline:2019-08-24    | deadline:[* TO 2019-08-31] AND deadline:[2019-08-24 TO 2019-08-24]
            country:JPN salience:>=.5                    | country:JPN AND salience:>=0.5
            at 10:30 pact                                | at AND "10:30" AND pact
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
            w "b c              | 2  | the quote is never closed
            w "!?"              | 2  | no letter or digit
            w & b               | 2  | no letter or digit
            w - b               | 2  | no letter or digit
            w NEAR b            | 2  | NEAR needs a distance
            w NEAR/0 b          | 2  | from 1 to 100
            w NEAR/5x b         | 2  | from 1 to 100
            w NEAR/5 (b c)      | 2  | NEAR takes
            w NEAR/5 NOT b      | 9  | is missing before NOT
            w NEAR/5 b NEAR/5 c | 11 | NEAR joins two sides
            "w b"~              | 5  | from 1 to 100
            "w b"~101           | 5  | from 1 to 100
            sanc*tion           | 4  | only at the end
            *tion               | 0  | only at the end
            w =sanction*        | 11 | only at the end
            w sa*               | 2  | at least 3 letters
            w a\u0301\u0301*  | 2  | at least 3 letters
            w export-con*       | 2  | after one plain word
            w zelenski~3        | 10 | ~1 or ~2
            w abc~1             | 2  | at least 4 letters
            w abcdefg~2         | 2  | at least 8 letters
            w OR +b             | 5  | '+' says
            w tite:b            | 2  | no field is called 'tite'
            w title:(b text:c)  | 11 | a field inside a field
            w title: pact       | 2  | right after the colon
            w country:JP        | 10 | alpha-3
            w country:UKR*      | 10 | compared as a whole
            w pair:JPN          | 7  | two countries
            w pair:JPN-JPN      | 7  | not JPN twice
            w deadline:soon     | 11 | 2019-08-24
            w deadline:[2019-08-20] | 11 | two days
            w deadline:[2019-08-20 TO 2019-08-19] | 11 | no day lies
            w deadline:[2019-08-20 TO | 11 | never closed
            w country:[JPN TO KOR] | 10 | takes no range
            w country:>JPN      | 10 | takes no bound
            w country:JPN salience:>2 | 23 | from 0 to 1
            w country:JPN salience:0.5 | 23 | takes a bound
            w salience:>0.5     | 0  | salience is that of
            w title:/(b/        | 8  | RE2
            w text:/b/          | 7  | for title and url only
            w title:/b          | 8  | never closed
            title:/b/           | 0  | tries an expression on every one
            the                 | 0  | nearly every article
            "of the" OR japan   | 0  | nearly every article
            language:en         | 0  | nearly every article
            =(w b)              | 0  | not a group
            NOT football        | 0  | only NOT
            -football           | 0  | only NOT
            w OR NOT b          | 0  | without any of its words
            country:JPN OR -x   | 0  | without any of its words
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
        assertThat(QueryParser.parse("(".repeat(50) + "w" + ")".repeat(50))).hasToString("w");
        assertProblem("(".repeat(51) + "a" + ")".repeat(51), "more than 50 deep");
        assertThat(QueryParser.parse("w ".repeat(500))).isInstanceOf(Query.And.class);
        assertProblem("w ".repeat(501), "more than 500 words");
        assertProblem("\"" + "a ".repeat(51) + "\"", "at most 50 words");
        assertProblem(" ".repeat(10_001), "at most 10000 characters");
        assertProblem("a".repeat(201), "longer than 200 characters");
        assertProblem("abc* ".repeat(21), "more than 20 words with");
        assertProblem("pact title:/" + "b".repeat(501) + "/", "1 to 500 characters");
        assertProblem("pact title:/(((b{30}){30}){30})/", "repeats too much");
        assertProblem("pact title:/(?<=a)b/", "RE2");
    }

    @Test
    void shouldReadSignsForOperators() {
        assertThat(QueryParser.parse("japan && !china || seoul"))
                .isEqualTo(QueryParser.parse("japan AND NOT china OR seoul"));
    }

    @Test
    void shouldReadOverBoostsAndSaySo() {
        ParsedQuery read = QueryParser.read("pact^2 (\"export control\"^0.5 OR japan)^3");
        assertThat(read.query()).isEqualTo(QueryParser.parse("pact (\"export control\" OR japan)"));
        assertThat(read.warnings())
                .hasSize(3)
                .first()
                .isEqualTo("'^2' at column 5 changes nothing: a rule matches or does not");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deadline:[2019-08-20 TO 2019-08-31]^2",
                "deadline:>=2019-08-20^2",
                "pact url:/asia/^2",
                "country:JPN^2 salience:>0.5",
                "title:(pact treaty)^2",
                "sanction*^2",
                "zelenski~1^2"
            })
    void shouldReadOverABoostWhereverItStands(String query) {
        ParsedQuery read = QueryParser.read(query);
        assertThat(read.query()).isEqualTo(QueryParser.parse(query.replace("^2", "")));
        assertThat(read.warnings()).hasSize(1);
    }

    private static void assertProblem(String query, String problem) {
        assertThatThrownBy(() -> QueryParser.parse(query))
                .isInstanceOf(QuerySyntaxException.class)
                .hasMessageContaining(problem);
    }
}
