package io.dyadwire.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class PlainWordsTest {
    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            control,1
            Export CONTROL,2
            a b c,3
            '',0
            ' control',0
            export  control,0
            'control ',0
            U.S,0
            G20 in 2019,3
            3.5,0
            são,0
            intelligence-sharing,0
            japan's pact,0
            """)
    void shouldCountOnlyWordsOfAsciiLettersAndDigits(String text, int words) {
        assertThat(PlainWords.count(text)).isEqualTo(words);
    }

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldGiveTheIdsThatCuttingGives(long seed) {
        TextFuzz fuzz = new TextFuzz(seed);
        for (int i = 0; i < 300; i++) {
            assertSame(fuzz.text(3));
            assertSame(fuzz.text(4).replaceAll("[^A-Za-z]+", " ").strip());
            assertSame(fuzz.text(4).replaceAll("[^A-Za-z0-9]+", " ").strip());
        }
        assertSame("Controls controlled controlling THE sanctions armies");
        assertSame("G20 24th 5bn 1 400 000 10 30 2019 08 24 3 5 x2y");
        assertSame("a".repeat(WordFolder.LONGEST) + " b");
        assertThat(PlainWords.count("a".repeat(WordFolder.LONGEST + 1))).isZero();
    }

    private static void assertSame(String text) {
        int count = PlainWords.count(text);
        if (count == 0) {
            return;
        }
        Vocabulary one = new Vocabulary();
        Vocabulary other = new Vocabulary();
        Tokens cut = Tokenizer.cutAndAdd(text, one);
        PlainWords plain = new PlainWords(other);
        assertThat(cut.count()).as(text).isEqualTo(count);
        int from = 0;
        for (int i = 0; i < count; i++) {
            int end = PlainWords.end(text, from);
            plain.add(text, from, end);
            assertThat(cut.text(i)).isEqualTo(text.substring(from, end));
            assertThat(plain.exact()).as(text).isEqualTo(cut.exact(i));
            assertThat(plain.folded()).as(text).isEqualTo(cut.folded(i));
            from = end + 1;
        }
        assertThat(from).isEqualTo(text.length() + 1);
    }
}
