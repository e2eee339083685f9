package io.dyadwire.matcher.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ExplanationTest {
    private static final String TITLE = "Seoul weighs the pact";
    private static final String TEXT = "Japan tightened its export controls. No football was played.";

    @Test
    void shouldTellOfEachPartWhetherItHoldsAndByWhichWords() {
        assertThat(explained("(seoul OR busan) \"export control\" NOT football"))
                .containsExactly(
                        "no  (seoul OR busan) AND \"export control\" AND NOT football",
                        "  yes seoul OR busan <Seoul>",
                        "    yes seoul <Seoul>",
                        "    no  busan",
                        "  yes \"export control\" <export controls>",
                        "  no  NOT football",
                        "    yes football <football>");
    }

    @Test
    void shouldAskThePartsOfAFieldOfThatFieldOnly() {
        assertThat(explained("title:(seoul japan) OR text:japan"))
                .contains(
                        "    no  seoul AND japan",
                        "      yes seoul <Seoul>",
                        "      no  japan",
                        "    yes japan <Japan>");
    }

    @Test
    void shouldTellTheSidesOfWordsThatAreTooFarApart() {
        assertThat(explained("japan NEAR/2 controls"))
                .containsExactly("no  japan NEAR/2 controls", "  yes japan <Japan>", "  yes controls <controls>");
    }

    @Test
    void shouldTellWhatIsKnownBesideTheWords() {
        assertThat(explained("country:JPN salience:>0.5")).contains("  yes country:JPN", "  no  salience:>0.5");
    }

    private static List<String> explained(String query) {
        Vocabulary vocabulary = new Vocabulary();
        Explanation explanation = Explanation.of(QueryParser.parse(query), vocabulary, () -> {
            Tokenizer tokenizer = new Tokenizer(vocabulary);
            return new Document(tokenizer.cut(TITLE), tokenizer.cut(TEXT)).with(QueryField.COUNTRY, "JPN", 0.3);
        });
        List<String> lines = new ArrayList<>();
        add(explanation, "", lines);
        return lines;
    }

    private static void add(Explanation explanation, String indent, List<String> lines) {
        String words = explanation.spans().stream()
                .map(span -> " <"
                        + (span.field() == MatchSpan.Field.TITLE ? TITLE : TEXT).substring(span.start(), span.end())
                        + ">")
                .collect(Collectors.joining());
        lines.add(indent + (explanation.holds() ? "yes " : "no  ") + explanation.part() + words);
        explanation.parts().forEach(part -> add(part, indent + "  ", lines));
    }
}
