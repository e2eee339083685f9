package io.dyadwire.matcher.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyadwire.matcher.query.MatchSpan.Field;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
            tight*                             | tightened
            pres* AND seo*                     | Seoul president
            jappan~1                           | Japan
            koera~1                            | Korea
            presidnets~2                       | president
            title:pact                         | pact
            text:(pact japan)                  | Japan pact
            title:(pact OR japan) korea        | pact Korea
            text:seoul                         |
            title:(seoul NOT korea)            | Seoul
            +japan +korea -china               | Japan Korea
            """)
    void shouldMatchAndShowTheWords(String query, String words) {
        QueryIndex<String> index = indexOf(query);
        List<QueryMatch<String>> matches = index.match(article());
        assertThat(matches).hasSize(words == null ? 0 : 1);
        matches.forEach(match -> assertThat(String.join(" ", shown(match))).isEqualTo(words));
    }

    @Test
    void shouldSayInWhichFieldAndWhere() {
        QueryIndex<String> index = indexOf("seoul AND \"export control\"");
        assertThat(index.match(article()))
                .containsExactly(new QueryMatch<>(
                        "q", List.of(new MatchSpan(Field.TITLE, 0, 5), new MatchSpan(Field.TEXT, 20, 35))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            country:JPN                                 | true
            country:jpn pact                            | true
            country:(CHN OR KOR)                        | true
            country:CHN                                 | false
            pair:KOR-JPN                                | true
            topic:export-controls NOT country:CHN       | true
            source:wire-1                               | true
            publisher:"the harbour  POST"               | true
            author:"Ana Lindström"                      | true
            category:world                              | false
            japan language:en                           | true
            japan language:en-GB                        | true
            japan language:ja                           | false
            url:example.org                             | true
            url:news.example.org                        | true
            url:https://www.news.example.org/asia/      | true
            url:news.example.org/asia/pact              | true
            url:news.example.org/as                     | false
            url:ample.org                               | false
            url:org pact                                | true
            japan title:/^Seoul.+ (the )?pact$/       | true
            japan title:/^pact/                         | false
            japan url:/asia\\/p.ct/                      | true
            deadline:[2019-08-20 TO 2019-08-31]         | true
            deadline:2019-08-24                         | true
            deadline:{2019-08-24 TO *]                  | false
            deadline:>=2019-08-24 pact                  | true
            deadline:<2019-08-24                        | false
            country:JPN salience:>0.5                   | true
            country:KOR salience:>0.5                   | false
            country:KOR salience:<=0.25                 | true
            pair:JPN-KOR salience:>=0.75                | true
            """)
    void shouldAskForWhatIsKnownBesideTheWords(String query, boolean matches) {
        QueryIndex<String> index = indexOf(query);
        Document document = article()
                .with(QueryField.COUNTRY, "JPN", 0.75)
                .with(QueryField.COUNTRY, "KOR", 0.25)
                .with(QueryField.PAIR, "JPN-KOR", 0.75)
                .with(QueryField.TOPIC, "export-controls")
                .with(QueryField.SOURCE, "wire-1")
                .with(QueryField.PUBLISHER, "The Harbour Post")
                .with(QueryField.AUTHOR, "Ana Lindström")
                .with(QueryField.LANGUAGE, "en-GB")
                .at("https://news.example.org/asia/pact?from=feed")
                .due(LocalDate.of(2019, 8, 24), LocalDate.of(2019, 8, 24));
        assertThat(index.find(document)).hasSize(matches ? 1 : 0);
        assertThat(indexOf(QueryParser.parse(query).toString()).find(document)).hasSize(matches ? 1 : 0);
    }

    @Test
    void shouldFindADeadlineThatIsOnlyAMonth() {
        Document august = article().due(LocalDate.of(2019, 8, 1), LocalDate.of(2019, 8, 31));
        assertThat(indexOf("deadline:[2019-08-20 TO 2019-08-21]").find(august)).containsExactly("q");
        assertThat(indexOf("deadline:>2019-08-31").find(august)).isEmpty();
        assertThat(indexOf("deadline:[* TO *]").find(article())).isEmpty();
    }

    @Test
    void shouldTellMatchesInTheOrderOfTheQueries() {
        QueryIndex<Integer> index = new QueryIndex<>(vocabulary);
        for (int i = 9; i >= 0; i--) {
            index.put(i, QueryParser.parse(i % 2 == 0 ? "japan OR korea OR pact" : "china"));
        }
        assertThat(index.find(article())).containsExactly(8, 6, 4, 2, 0);
        index.put(6, QueryParser.parse("seoul"));
        index.remove(4);
        index.put(4, QueryParser.parse("seoul"));
        assertThat(index.find(article())).containsExactly(8, 6, 2, 0, 4);
    }

    @Test
    void shouldMatchNothingInATextWithoutWords() {
        assertThat(indexOf("japan").match(new Document(cut(""), cut("...")))).isEmpty();
        assertThat(new QueryIndex<>(vocabulary).match(article())).isEmpty();
    }

    @Test
    void shouldRefuseAQueryThatNeedsNoWordAndStayAsItWas() {
        QueryIndex<String> index = indexOf("japan");
        Query not = new Query.Not(new Query.Word("football", false));
        assertThatThrownBy(() -> index.put("q", not))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without any of its words");
        assertThat(index.find(article())).containsExactly("q");
    }

    /** A reader always sees one of the two, whatever moment it comes at. */
    @Test
    void shouldMeetAQueryBeforeOrAfterItIsReplacedAndNeverNeither() throws Exception {
        QueryIndex<String> index = indexOf("seoul OR japan");
        for (int i = 0; i < 1_000; i++) {
            index.put("other " + i, QueryParser.parse("zone" + i + " pact OR seoul NEAR/3 zone" + i));
        }
        index.put("words that texts are cut with", QueryParser.parse("korea NEAR/1 japan"));
        Query one = QueryParser.parse("japan OR zone1");
        Query other = QueryParser.parse("korea OR zone2");
        try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
            Future<?> writing = threads.submit(() -> {
                for (int i = 0; i < 5_000; i++) {
                    index.put("q", i % 2 == 0 ? one : other);
                }
            });
            Document document = article();
            while (!writing.isDone()) {
                assertThat(index.find(document)).containsExactly("q");
            }
            writing.get();
        }
        assertThat(index.find(article())).containsExactly("q");
    }

    private QueryIndex<String> indexOf(String query) {
        QueryIndex<String> index = new QueryIndex<>(vocabulary);
        index.put("q", QueryParser.parse(query));
        return index;
    }

    private Document article() {
        return new Document(cut(TITLE), cut(TEXT));
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
