package io.dyadwire.matcher.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.matcher.text.Vocabulary;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FilingTest {
    /** From the commonest to the rarest. */
    private static final List<String> WORDS = List.of("korea", "japan", "seoul", "export", "control", "pact", "treaty");

    private final Vocabulary vocabulary = new Vocabulary();

    FilingTest() {
        WORDS.forEach(vocabulary::add);
    }

    /** Each way: the term it is filed under, what else must be there, with steps from the first; ! when that is all. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pact                                    | pact!
            korea pact                              | pact korea!
            korea japan seoul                       | seoul japan korea!
            korea japan seoul export                | export seoul japan
            pact pact                               | pact!
            "export control"                        | control export-1!
            "control korea export"                  | control export+2 korea+1!
            "japan control korea export"            | control export+2 japan-1
            "japan control"~4                       | control japan
            japan NEAR/4 (pact OR treaty)           | pact japan; treaty japan
            pact NEAR/4 korea                       | pact korea
            "export control" korea                  | control export-1 korea!
            "export control" "korea pact"           | pact korea-1 control
            pact OR "export control" OR seoul japan | pact!; control export-1!; seoul japan!
            japan (pact OR treaty korea)            | pact japan!; treaty korea japan!
            korea (pact OR treaty)                  | pact korea!; treaty korea!
            seoul (pact OR treaty) NOT japan        | pact seoul; treaty seoul
            title:pact korea                        | pact korea
            deadline:2019-08-24 pact                | deadline:* pact
            """)
    void shouldFileUnderTheRarestWithWhatElseMustBeThere(String query, String ways) {
        assertThat(written(query)).isEqualTo(ways);
    }

    @Test
    void shouldFileAQueryOfVeryManyWords() {
        String query = IntStream.range(0, 400).mapToObj(i -> "zone" + i + "x").collect(Collectors.joining(" "));
        assertThat(written(query)).startsWith("zone").doesNotEndWith("!");
    }

    private String written(String query) {
        Clause clause = new QueryCompiler(QueryParser.parse(query), vocabulary).compile();
        Filing filing = Filing.of(clause, this::frequency);
        assertThat(filing).isNotNull();
        return IntStream.range(0, filing.count())
                .mapToObj(way -> written(filing, way))
                .collect(Collectors.joining("; "));
    }

    private String written(Filing filing, int way) {
        int check = filing.check(way);
        String words = word(filing.term(way), 0)
                + word(filing.also(way), Filing.firstStep(check))
                + word(filing.alsoToo(way), Filing.secondStep(check));
        return words.strip() + ((check & Filing.COMPLETE) != 0 ? "!" : "");
    }

    private String word(int term, int steps) {
        String word = WORDS.stream()
                .filter(known -> Occurrences.term(vocabulary.idOf(known), false) == term)
                .findFirst()
                .orElse(term == Occurrences.term(vocabulary.idOf("deadline:*"), false) ? "deadline:*" : "zone");
        return term == Filing.ALWAYS ? "" : " " + word + (steps == 0 ? "" : String.format("%+d", steps));
    }

    private long frequency(int term) {
        return 1L << Math.max(0, 40 - term);
    }
}
