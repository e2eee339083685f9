package io.dyadwire.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In each example a bar stands where one sentence ends and the next begins. */
final class SentenceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The U.S. State Department said so.|The deal is off.",
                "He met Mr. Abe and Gen. Lee.|They spoke.",
                "By Aug. 24 they must decide.|Japan waits.",
                "Order No. 3 stands.|No.|He refused.",
                "Sony Corp. and LG Inc. agreed.|J. Smith signed.",
                "It left the U.S.|The troops went home.",
                "It rose 3.5 percent.|2019 was worse.",
                "“We will not.”|“Never,” he said.",
                "\"Really?\" he asked.|\"Yes!\"|She left.",
                "He said \"no.\"|Tokyo answered.",
                "(It was late.)|They slept.",
                "U.S. Officials Say So",
                "Japan, U.S. To Meet On Pact",
                "What?!|Nobody knew...|He did.",
                "See example.com for more.|Visit Node.js too.",
                "1. Japan leads.|Korea follows.",
                "日本は決定した。|韓国は反発した。|「遺憾だ」と述べた。",
                "Что это?|Это Россия.",
                "A headline\n\n|A paragraph without a stop\r\n \r\n|“Another” one",
                "one line\nand the next",
                "At 9 a.m. Tuesday they met.|At 5 p.m. EST it ended.",
                "The talks (held in Guam.) went on.",
                "He spoke in Washington, D.C. on Monday.",
            })
    void shouldEndSentencesWhereAReaderWould(String marked) {
        List<String> expected =
                Arrays.stream(marked.split("\\|", -1)).map(String::strip).toList();
        assertThat(sentences(marked.replaceAll("([^\\n])\\|", "$1 ").replace("|", "")))
                .isEqualTo(expected);
    }

    @Test
    void shouldCountParagraphs() {
        Tokens tokens = new Tokenizer(new Vocabulary()).cut("One. Two.\n\n\nThree\n\n***\n\nFour");
        assertThat(IntStream.range(0, tokens.sentences()).map(tokens::paragraphOf))
                .containsExactly(0, 0, 1, 2);
        assertThat(sentences("One. Two.\n\n\nThree\n\n***\n\nFour"))
                .containsExactly("One.", "Two.", "Three", "***\n\nFour");
    }

    @Test
    void shouldKnowTheWordsOfEachSentence() {
        Tokens tokens = new Tokenizer(new Vocabulary()).cut("One two. Three.");
        assertThat(tokens.firstTokenOf(1)).isEqualTo(2);
        assertThat(tokens.lastTokenOf(0)).isEqualTo(1);
        assertThat(tokens.lastTokenOf(1)).isEqualTo(2);
        assertThat(tokens.sentenceOf(2)).isEqualTo(1);
        assertThat(tokens.sentenceStart(2)).isTrue();
        assertThat(tokens.sentenceStart(1)).isFalse();
    }

    @Test
    void shouldHaveNoSentenceWithoutWords() {
        assertThat(sentences("")).isEmpty();
        assertThat(sentences(" ... \n\n!")).isEmpty();
    }

    private static List<String> sentences(String text) {
        Tokens tokens = new Tokenizer(new Vocabulary()).cut(text);
        return IntStream.range(0, tokens.sentences())
                .mapToObj(s -> text.substring(tokens.sentenceFrom(s), tokens.sentenceTo(s)))
                .toList();
    }
}
