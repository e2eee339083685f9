package io.dyadwire.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TokenizerPropertyTest {
    private static final int MEGABYTE = 1_000_000;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldKeepEveryOffsetInOrder(long seed) {
        TextFuzz fuzz = new TextFuzz(seed);
        for (int i = 0; i < 200; i++) {
            String text = fuzz.text(60);
            Tokens tokens = new Tokenizer(new Vocabulary()).cut(text);
            assertWordsInOrder(tokens, text);
            assertSentencesInOrder(tokens, text);
        }
    }

    @Test
    void shouldTakeEveryCodePointAsAWordOrNot() {
        Tokenizer tokenizer = new Tokenizer(new Vocabulary());
        for (int block = 0; block <= Character.MAX_CODE_POINT; block += 256) {
            StringBuilder text = new StringBuilder();
            for (int c = block; c < block + 256; c++) {
                text.append("a ")
                        .appendCodePoint(c)
                        .append(" b")
                        .appendCodePoint(c)
                        .append("c ");
            }
            assertWordsInOrder(tokenizer.cut(text.toString()), text.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldGiveAWordTheSameIdsAloneAndInAText(long seed) {
        Vocabulary vocabulary = new Vocabulary();
        String text = new TextFuzz(seed).text(300);
        Tokens adding = Tokenizer.cutAndAdd(text, vocabulary);
        Tokens again = new Tokenizer(vocabulary).cut(text);
        assertThat(again.count()).isEqualTo(adding.count());
        for (int i = 0; i < again.count(); i++) {
            assertThat(again.exact(i)).isEqualTo(adding.exact(i));
            assertThat(again.folded(i)).isEqualTo(adding.folded(i));
            assertThat(again.exact(i) == 0).isEqualTo(again.folded(i) == 0);
        }
    }

    static Stream<String> hugeTexts() {
        return Stream.of(
                        "a",
                        "é",
                        "\u0301",
                        "\u0316\u0301",
                        "a'",
                        "a.",
                        "1,",
                        "1.",
                        "1,111",
                        "1.1",
                        "'s",
                        ". ",
                        ".",
                        "\n",
                        "\n ",
                        "日",
                        "日本。",
                        "ไ",
                        "\uD83D",
                        "\uD83D\uDE00",
                        "\u200D",
                        "\u00AD",
                        "U.S. ",
                        "\u0640",
                        "“",
                        "a b. ",
                        "ﷺ",
                        "한",
                        "\u0600")
                .map(piece -> piece.repeat(MEGABYTE / piece.length()));
    }

    /** A quadratic step would take hours here, so the bound can be generous. */
    @ParameterizedTest(name = "[{index}]")
    @MethodSource("hugeTexts")
    void shouldStayLinearOnAMegabyteOfAnything(String text) {
        Tokens tokens =
                assertTimeoutPreemptively(Duration.ofSeconds(60), () -> new Tokenizer(new Vocabulary()).cut(text));
        if (tokens.count() > 0) {
            assertThat(tokens.end(tokens.count() - 1)).isLessThanOrEqualTo(text.length());
        }
    }

    private static void assertWordsInOrder(Tokens tokens, String text) {
        int end = 0;
        for (int i = 0; i < tokens.count(); i++) {
            boolean ordered =
                    end <= tokens.start(i) && tokens.start(i) < tokens.end(i) && tokens.end(i) <= text.length();
            if (!ordered || splitsPair(text, tokens.start(i)) || splitsPair(text, tokens.end(i))) {
                fail("word %d, %d to %d, of <%s>", i, tokens.start(i), tokens.end(i), text);
            }
            end = tokens.end(i);
        }
    }

    private static boolean splitsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }

    private static void assertSentencesInOrder(Tokens tokens, String text) {
        int end = 0;
        for (int s = 0; s < tokens.sentences(); s++) {
            assertThat(tokens.sentenceFrom(s))
                    .as("sentence %d of <%s>", s, text)
                    .isGreaterThanOrEqualTo(end);
            assertThat(tokens.firstTokenOf(s)).isLessThanOrEqualTo(tokens.lastTokenOf(s));
            assertThat(tokens.sentenceFrom(s)).isLessThanOrEqualTo(tokens.start(tokens.firstTokenOf(s)));
            assertThat(tokens.sentenceTo(s)).isGreaterThanOrEqualTo(tokens.end(tokens.lastTokenOf(s)));
            for (int i = tokens.firstTokenOf(s); i <= tokens.lastTokenOf(s); i++) {
                assertThat(tokens.sentenceOf(i)).isEqualTo(s);
            }
            end = tokens.sentenceTo(s);
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
    }
}
