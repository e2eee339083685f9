package io.dyadwire.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Words cut the short way are those that the plain rules give, one character after the other. */
final class ShortWayTest {
    private static final String[] PLAIN = {
        "Japan",
        "said",
        "a",
        "I",
        "U.S.",
        "3.5",
        "1,400",
        "G20",
        "24th",
        "don't",
        "Japan's",
        "unconstitutionally",
        "NATO"
    };
    private static final String[] BETWEEN = {
        " ", " ", " ", ", ", ". ", "\n\n", "-", "'", "\u2019s ", "\u2014", "é", "日本"
    };

    private final Vocabulary vocabulary = new Vocabulary();
    private final Tokenizer tokenizer = new Tokenizer(vocabulary);

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldCutAnyTextAsThePlainRulesDo(long seed) {
        TextFuzz fuzz = new TextFuzz(seed);
        for (int i = 0; i < 60; i++) {
            assertSame(fuzz.text(120));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldCutNewsAsThePlainRulesDo(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            text.append(PLAIN[random.nextInt(PLAIN.length)]).append(BETWEEN[random.nextInt(BETWEEN.length)]);
        }
        Tokenizer.cutAndAdd(text.substring(0, text.length() / 2), vocabulary);
        assertSame(text.toString());
        assertSame(text.toString());
    }

    @Test
    void shouldCutAlikeWhereverAWordLies() {
        for (int before = 0; before < 140; before++) {
            for (int length = 1; length < 140; length++) {
                Tokens tokens = tokenizer.cut(" ".repeat(before) + "x".repeat(length));
                assertThat(tokens.count()).isEqualTo(1);
                assertThat(tokens.start(0)).isEqualTo(before);
                assertThat(tokens.end(0)).isEqualTo(before + length);
            }
        }
    }

    @Test
    void shouldCutAShortTextAfterAVeryLongOne() {
        assertSame("Tokyo's 3.5 ".repeat(20_000));
        assertSame("Oslo. Paris");
        assertSame("");
        assertSame("A");
    }

    @Test
    void shouldTellWordsApartThatBeginAlike() {
        StringBuilder text = new StringBuilder();
        for (int length = 1; length < 20; length++) {
            text.append("x".repeat(length))
                    .append(' ')
                    .append("X".repeat(length))
                    .append(' ');
        }
        Tokenizer.cutAndAdd(text.toString(), vocabulary);
        assertSame(text.toString());
        assertSame(text.toString());
    }

    private void assertSame(String text) {
        Tokens tokens = tokenizer.cut(text);
        List<String> cut = new ArrayList<>();
        for (int i = 0; i < tokens.count(); i++) {
            cut.add(tokens.start(i) + "-" + tokens.end(i) + " " + tokens.exact(i) + " " + tokens.folded(i) + " "
                    + tokens.capital(i) + tokens.allCaps(i) + tokens.number(i) + tokens.dotted(i) + " "
                    + (int) tokens.before(i));
        }
        assertThat(cut).as(text).isEqualTo(plainly(text));
    }

    private List<String> plainly(String text) {
        char[] chars = (text + '\0').toCharArray();
        WordEnds ends = new WordEnds(chars, text.length());
        WordIds ids = new WordIds(vocabulary);
        List<String> words = new ArrayList<>();
        char[] before = {0};
        int i = 0;
        while (i < text.length()) {
            byte kind = CharKind.at(chars, i);
            if (kind == CharKind.UNSPACED) {
                int[] from = {i};
                i = ends.unspaced(i);
                UnspacedWords.ends(chars, from[0], i, end -> {
                    words.add(word(chars, from[0], end, ids, 0, before));
                    from[0] = end;
                });
            } else if (CharKind.isWord(kind)) {
                int dotted = kind == CharKind.DIGIT ? -1 : ends.dotted(i);
                int end = kind == CharKind.DIGIT ? ends.number(i) : dotted > 0 ? dotted : ends.letters(i);
                int flags = kind == CharKind.DIGIT ? Tokens.NUMBER : kind == CharKind.CAPITAL ? Tokens.CAPITAL : 0;
                words.add(word(chars, i, end, ids, dotted > 0 ? flags | Tokens.DOTTED : flags, before));
                i = end;
                if (i < text.length() && ends.isPossessive(i)) {
                    i += 2;
                    before[0] = '\'';
                }
            } else {
                i += CharKind.isPair(chars, i) ? 2 : 1;
                before[0] = kind == CharKind.OTHER ? chars[i - 1] : before[0];
            }
        }
        return words;
    }

    private static String word(char[] chars, int from, int to, WordIds ids, int flags, char[] before) {
        ids.look(chars, from, to, (flags & Tokens.DOTTED) != 0);
        boolean allCaps = (WordFlags.ofAny(chars, from, to) & Tokens.ALL_CAPS) != 0;
        char mark = before[0];
        before[0] = 0;
        return from + "-" + to + " " + ids.exact() + " " + ids.folded() + " " + ((flags & Tokens.CAPITAL) != 0)
                + allCaps + ((flags & Tokens.NUMBER) != 0) + ((flags & Tokens.DOTTED) != 0) + " " + (int) mark;
    }
}
