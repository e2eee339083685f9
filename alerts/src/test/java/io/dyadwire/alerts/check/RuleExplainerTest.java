package io.dyadwire.alerts.check;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.Samples.article;
import static io.dyadwire.alerts.Samples.book;
import static io.dyadwire.alerts.Samples.tagged;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dyadwire.alerts.check.Condition.Kind;
import io.dyadwire.alerts.match.RuleMatcher;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.rule.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleExplainerTest {
    @Test
    void shouldShowTheWordsOfEachPartThatHolds() {
        RuleExplanation explained = explain("keywords: 'tighten* AND (treaty OR pact)', pairs: [JPN-KOR]");

        assertThat(explained.fires()).isTrue();
        assertThat(explained.why()).isEqualTo("All that it asks holds.");
        assertThat(explained.conditions()).extracting(Condition::key).containsExactly("keywords", "pairs");
        assertThat(words(part(explained, "tighten*"))).containsExactly("tightened");
        assertThat(part(explained, "treaty").holds()).isFalse();
        assertThat(words(part(explained, "pact"))).containsExactly("pact");
        assertThat(part(explained, "pair:JPN-KOR").note()).isEqualTo("salience 0.90, what it is chiefly about");
        assertThat(flat(explained)).noneMatch(Condition::blocks);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "pact AND football # football is missing.",
                "pact NOT weather # weather is there, and must not be.",
                "pact NOT (rain OR weather) # weather is there, and must not be.",
                "pact NOT (weather AND fine) # weather AND fine is there, and must not be.",
                "rain OR snow # none of rain, snow is there.",
                "title:pact # title:pact is missing.",
                "japan NEAR/2 pact # japan NEAR/2 pact is missing.",
                "snow AND NOT weather AND title:pact # "
                        + "snow is missing; weather is there, and must not be; title:pact is missing.",
            })
    void shouldNameWhatKeepsItFromFiring(String keywords, String why) {
        RuleExplanation explained = explain("keywords: '" + keywords + "'");

        assertThat(explained.fires()).isFalse();
        assertThat(explained.why()).isEqualTo(why);
        assertThat(flat(explained)).anyMatch(Condition::blocks);
    }

    @Test
    void shouldPointAtTheWordsThatANotExcludes() {
        RuleExplanation explained = explain("keywords: 'pact NOT (rain OR weather)'");

        Condition weather = part(explained, "weather");
        assertThat(weather.holds()).isTrue();
        assertThat(weather.blocks()).isTrue();
        assertThat(words(weather)).containsExactly("weather");
        assertThat(part(explained, "rain").blocks()).isFalse();
        assertThat(part(explained, "pact").blocks()).isFalse();
        assertThat(part(explained, "NOT (rain OR weather)").kind()).isEqualTo(Kind.NOT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "country:USA # only mentioned ('officials'), not what it is about; it is about JPN, KOR",
                "country:FRA # not in it; it is about JPN, KOR",
                "pair:JPN-USA # both countries are in it, but it reports nothing between the two; its pairs are JPN-KOR",
                "pair:FRA-JPN # only JPN is in it; its pairs are JPN-KOR",
                "pair:DEU-FRA # neither country is in it; its pairs are JPN-KOR",
                "topic:tariffs # not one of its topics: export-controls 0.80",
                "language:ko # its language is en",
                "publisher:gazette # its publisher is The Herald",
                "author:kim # its authors are not known",
                "source:gazette # its source is herald",
                "url:gazette.example # its address is https://herald.example/one",
                "deadline:[2019-09-01 TO *] # due in it: 2019-08-24",
                "salience:>0.7 # 'salience: JPN 0.60, KOR 0.50; JPN-KOR 0.90'",
                "=pacts # there only in another form: 'pact'",
                "'\"controls export\"' # its words are there, but not together: 'export', 'controls'",
                "'\"controls & export\"' # its words are there, but not together: 'export', 'controls'",
                "'=\"export control\"' # there only in another form: 'export controls'",
                "title:pact # there, but only in the text: 'pact'",
                "text:blow # there, but only in the title: 'blows'",
                "japan NEAR/2 pact # both are there, but more than 2 words apart",
            })
    void shouldSayHowNearAPartCame(String part, String note) {
        RuleExplanation explained = explain("keywords: 'country:JPN " + part.replace("'", "''") + "'");

        assertThat(flat(explained).map(Condition::note)).contains(note);
    }

    @Test
    void shouldSayThatOldNewsAndRulesOnDeadlinesDoNotFire() {
        Rule pact = rule("keywords: pact");

        assertThat(RuleExplainer.explain(pact, tagged(article("one", 1, T0, true)))
                        .why())
                .contains("old news");
        RuleExplanation deadlines = explain("keywords: pact, alertOn: [deadlines]");
        assertThat(deadlines.fires()).isFalse();
        assertThat(deadlines.why()).contains("deadlines only");
        RuleExplanation own = explain("due: 2019-08-24, what: decision");
        assertThat(own.fires()).isFalse();
        assertThat(own.conditions()).isEmpty();
    }

    /** What it says is what the matcher does. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "keywords: '\"export control\" NOT football'",
                "keywords: 'japan NEAR/8 korea', topics: [tariffs, export-controls]",
                "keywords: 'zeal* OR (pact AND NOT country:USA)', countries: [KOR, FRA]",
                "keywords: 'pair:JPN-KOR salience:>0.85', pairs: [JPN-KOR]",
                "keywords: 'pair:JPN-KOR salience:>0.95', pairs: [JPN-KOR]",
                "keywords: 'pact title:/seoul/'",
                "keywords: 'pact title:/busan/'",
                "pairs: [JPN-USA]",
                "keywords: 'NOT weather AND pact'"
            })
    void shouldFireWhenTheMatcherDoes(String conditions) {
        boolean matches = !new RuleMatcher(book("- {id: a, desk: asia, " + conditions + "}\n"))
                .match(tagged("one"))
                .isEmpty();

        assertThat(explain(conditions).fires()).isEqualTo(matches);
    }

    @Test
    void shouldBeJsonThatAPersonCanRead() throws JsonProcessingException {
        String json = Json.mapper().writeValueAsString(explain("keywords: 'pact NOT football'"));

        assertThat(json)
                .startsWith("{\"rule\":\"a\",\"version\":1,\"desk\":\"asia\",\"article\":")
                .contains("\"fires\":true")
                .contains("{\"asks\":\"pact\",\"kind\":\"words\",\"holds\":true,\"blocks\":false,\"words\":"
                        + "[{\"field\":\"text\",\"start\":101,\"end\":105,\"text\":\"pact\"}]}");
    }

    private static RuleExplanation explain(String conditions) {
        return RuleExplainer.explain(rule(conditions), tagged("one"));
    }

    private static Rule rule(String conditions) {
        return book("- {id: a, desk: asia, " + conditions + "}\n").rules().getFirst();
    }

    private static Condition part(RuleExplanation explained, String asks) {
        return flat(explained)
                .filter(part -> part.asks().equals(asks))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Condition> flat(RuleExplanation explained) {
        return explained.conditions().stream().flatMap(RuleExplainerTest::flat);
    }

    private static Stream<Condition> flat(Condition condition) {
        return Stream.concat(Stream.of(condition), condition.parts().stream().flatMap(RuleExplainerTest::flat));
    }

    private static List<String> words(Condition condition) {
        return condition.words().stream().map(Condition.Words::text).toList();
    }
}
