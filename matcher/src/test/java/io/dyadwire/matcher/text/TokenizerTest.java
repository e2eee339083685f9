package io.dyadwire.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TokenizerTest {
    private final Vocabulary vocabulary = new Vocabulary();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Japan's export controls       | Japan export controls
            JAPAN’S ties                  | JAPAN ties
            the ministers’ talks          | the ministers talks
            O'Brien and O’Brien's don't   | O'Brien and O’Brien don't
            U.S.-Japan, U.S.'s, U.S aid   | U.S. Japan U.S. U.S aid
            at 9 a.m. on Aug. 24          | at 9 a.m. on Aug 24
            J. Smith of Sony Corp.        | J Smith of Sony Corp
            intelligence-sharing          | intelligence sharing
            2019-08-24                    | 2019 08 24
            24.8.2019 and 8/24/2019       | 24 8 2019 and 8 24 2019
            1,400 of 3.5 or 1.400.000     | 1,400 of 3.5 or 1.400.000
            1,400.5 but 24,2019 and 1,2   | 1,400.5 but 24 2019 and 1 2
            at 10:30, the 24th, $5bn      | at 10 30 the 24th 5bn
            G20 COVID-19 F-16             | G20 COVID 19 F 16
            ends in 2019. Then            | ends in 2019 Then
            AT&T #tag @name a_b           | AT T tag name a b
            문재인 대통령은                | 문재인 대통령은
            """)
    void shouldCutWords(String text, String expected) {
        assertThat(words(text)).containsExactly(expected.split(" ", -1));
    }

    @Test
    void shouldCutScriptsWithoutSpacesByDictionary() {
        assertThat(words("日本政府は8月24日に決定する。"))
                .contains("日本", "政府", "8", "24", "決定")
                .doesNotContain("。");
        assertThat(words("ประเทศไทยและญี่ปุ่น")).hasSizeGreaterThan(2).contains("ญี่ปุ่น");
        assertThat(words("AI技術")).containsExactly("AI", "技術");
    }

    @Test
    void shouldLeaveInvisibleCharactersAroundAWordOutside() {
        Tokens tokens = cut("\u200FJa\u00ADpan\u200E ok");
        assertThat(tokens.start(0)).isEqualTo(1);
        assertThat(tokens.end(0)).isEqualTo(7);
        assertThat(tokens.exact(0)).isEqualTo(vocabulary.idOf("japan"));
    }

    @ParameterizedTest
    @CsvSource({
        "SÃO, sao",
        "sa\u0303o, sao",
        "ＵＳ, us",
        "Straße, strasse",
        "Łódź, lodz",
        "Erdoğan, erdogan",
        "İstanbul, istanbul",
        "DİYARBAKIR, diyarbakir",
        "Ærø, aero",
        "Αθήνα, αθηνα",
        "Киёв, киев",
        "O’Brien, o'brien",
        "U.S, u.s.",
        "u.s., u.s.",
        "２４, 24",
        "٢٤, 24",
        "ﬁre, fire",
        "𝐉apan, japan",
        "한국, 한국",
        "हिन्दी, हिन्दी",
        "كِتَاب, كتاب",
        "Ǆ, dz",
    })
    void shouldFoldCaseAndAccents(String word, String expected) {
        int id = vocabulary.add(expected);
        assertThat(cut(word).exact(0)).isEqualTo(id);
    }

    @Test
    void shouldTellWhatStandsBeforeAWord() {
        Tokens tokens = cut("“Yes,” (he) said - intelligence-sharing; Japan's exports. End 2019-08");
        assertThat(befores(tokens)).containsExactly('“', '(', ')', '-', '-', ';', '\'', '.', (char) 0, '-');
    }

    @Test
    void shouldFlagCapitalsAndNumbers() {
        Tokens tokens = cut("Japan and US U.S. G20 I 24th x1");
        assertThat(flags(tokens, tokens::capital)).containsExactly("Japan", "US", "U.S.", "G20", "I");
        assertThat(flags(tokens, tokens::allCaps)).containsExactly("US", "U.S.");
        assertThat(flags(tokens, tokens::number)).containsExactly("24th");
        assertThat(flags(tokens, tokens::dotted)).containsExactly("U.S.");
    }

    @Test
    void shouldGiveNoIdToWordsNobodyAskedFor() {
        int japan = vocabulary.add("japan");
        Tokens tokens = new Tokenizer(vocabulary).cut("Japan unknown");
        assertThat(tokens.exact(0)).isEqualTo(japan);
        assertThat(tokens.exact(1)).isZero();
        assertThat(tokens.folded(1)).isZero();
    }

    private Tokens cut(String text) {
        return Tokenizer.cutAndAdd(text, vocabulary);
    }

    private List<String> words(String text) {
        Tokens tokens = cut(text);
        return IntStream.range(0, tokens.count()).mapToObj(tokens::text).toList();
    }

    private static List<Character> befores(Tokens tokens) {
        return IntStream.range(0, tokens.count()).mapToObj(tokens::before).toList();
    }

    private static List<String> flags(Tokens tokens, IntPredicate flag) {
        return IntStream.range(0, tokens.count())
                .filter(flag)
                .mapToObj(tokens::text)
                .toList();
    }
}
