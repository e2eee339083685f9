package io.dyadwire.matcher.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries made to take long, to fill memory or to match everything: refused with a reason, or no dearer than others. */
final class HostileQueryTest {
    private static final String WORD = "pact";
    private static final int WORDS = 20_000;

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("", "an empty query"),
                Arguments.of("   ", "an empty query"),
                Arguments.of(".*", "no letter or digit to look for"),
                Arguments.of("*", "'*' stands only at the end of a word"),
                Arguments.of("title:/.*/", "tries an expression on every one"),
                Arguments.of("NOT " + WORD, "only NOT"),
                Arguments.of("the OR of", "nearly every article"),
                Arguments.of(WORD.repeat(250_000), "at most 10000 characters"),
                Arguments.of(many(10_000), "at most 10000 characters"),
                Arguments.of(many(501), "more than 500 words"),
                Arguments.of("\"" + many(51) + "\"", "at most 50 words"),
                Arguments.of(
                        IntStream.range(0, 21)
                                .mapToObj(i -> "pac" + (char) ('a' + i) + "*")
                                .collect(Collectors.joining(" OR ")),
                        "more than 20 words with"),
                Arguments.of(WORD + " NEAR/101 seoul", "from 1 to 100"),
                Arguments.of("(".repeat(1_000) + WORD + ")".repeat(1_000), "more than 50 deep"),
                Arguments.of(WORD + " NOT (".repeat(60) + WORD + ")".repeat(60), "more than 50 deep"),
                Arguments.of(WORD + " title:/(?<=a)b/", "RE2"),
                Arguments.of(WORD + " title:/(a)\\1/", "RE2"),
                Arguments.of(WORD + " title:/((a{100}){100}){100}/", "repeats too much"),
                Arguments.of(WORD + " title:/(.*a){900}/", "repeats too much"),
                Arguments.of(WORD + " title:/" + "a?".repeat(400) + "/", "1 to 500 characters"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void shouldRefuseWithAReason(String query, String reason) {
        assertTimeout(Duration.ofSeconds(2), () -> assertThatThrownBy(() -> QueryParser.parse(query))
                .isInstanceOf(QuerySyntaxException.class)
                .hasMessageContaining(reason)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500)));
    }

    static List<String> taken() {
        return List.of(
                WORD + " title:/(a+)+$/",
                WORD + " title:/(a|aa)+$/",
                WORD + " title:/(a|a?)+$/",
                WORD + " title:/(.*a){20}/",
                WORD + " title:/([a-zA-Z]+)*$/",
                WORD + " NEAR/100 " + WORD,
                "\"" + Stream.generate(() -> WORD).limit(50).collect(Collectors.joining(" ")) + " \"",
                "\"" + Stream.generate(() -> WORD).limit(49).collect(Collectors.joining(" ")) + " seoul\"",
                "\"" + WORD + " " + WORD + " seoul\"~100",
                "(" + WORD + " OR seoul) NEAR/100 (" + WORD + " OR \"" + WORD + " seoul\")",
                "(".repeat(50) + WORD + ")".repeat(50),
                IntStream.range(0, 500).mapToObj(i -> WORD + " ").collect(Collectors.joining()),
                IntStream.range(0, 250).mapToObj(i -> WORD + " NEAR/9 seoul").collect(Collectors.joining(" ")),
                "pact~1 OR pactpact~2 OR pac*");
    }

    /** A text of one word all over, after a title that expressions which go back choke on. */
    @ParameterizedTest
    @MethodSource("taken")
    void shouldAskWithinBounds(String query) {
        Vocabulary vocabulary = new Vocabulary();
        QueryIndex<String> index = new QueryIndex<>(vocabulary);
        index.put("hostile", QueryParser.parse(query));
        index.put("other", QueryParser.parse(WORD));
        Tokens title = new Tokenizer(vocabulary).cut("a".repeat(5_000) + "!");
        Tokens text = new Tokenizer(vocabulary).cut((WORD + " ").repeat(WORDS));
        assertTimeout(Duration.ofSeconds(2), () -> assertThat(index.find(new Document(title, text)))
                .contains("other"));
    }

    private static String many(int words) {
        return IntStream.range(0, words)
                .mapToObj(i -> Integer.toString(i, Character.MAX_RADIX))
                .collect(Collectors.joining(" "));
    }
}
