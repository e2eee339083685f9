package io.dyadwire.matcher.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PhraseIndexTest {
    private final Vocabulary vocabulary = new Vocabulary();
    private final PhraseIndex index = PhraseIndex.builder(vocabulary)
            .add(1, "export control", Match.FOLDED)
            .add(2, "export control", Match.EXACT)
            .add(3, "US", Match.EXACT_CASE)
            .add(4, "Turkey", Match.EXACT_CASE)
            .add(5, "South Korea", Match.EXACT)
            .add(6, "Korea", Match.EXACT)
            .add(7, "US forces", Match.EXACT_CASE)
            .add(8, "U.S.", Match.EXACT)
            .add(9, "whitelist", Match.FOLDED)
            .add(9, "white list", Match.FOLDED)
            .build();

    @Test
    void shouldFindEveryInflectionOfAFoldedPhrase() {
        assertThat(find("Export Controls, export-controlled"))
                .containsExactly("1:Export Controls", "1:export-controlled");
    }

    @Test
    void shouldFindOnlyTheSameWordsOfAnExactPhrase() {
        assertThat(find("EXPORT CONTROL")).containsExactlyInAnyOrder("1:EXPORT CONTROL", "2:EXPORT CONTROL");
    }

    @Test
    void shouldKeepCaseWhereAsked() {
        assertThat(find("give us turkey")).isEmpty();
        assertThat(find("the US and Turkey, not TURKEY")).containsExactly("3:US", "4:Turkey");
    }

    @Test
    void shouldFindAnAcronymWithItsDots() {
        assertThat(find("the U.S. forces")).containsExactlyInAnyOrder("8:U.S.", "3:U.S.", "7:U.S. forces");
        assertThat(find("the U.S forces")).containsExactlyInAnyOrder("8:U.S", "3:U.S", "7:U.S forces");
        assertThat(find("the u.s. forces")).containsExactly("8:u.s.");
    }

    @Test
    void shouldTellOverlappingAndInnerPhrases() {
        assertThat(find("South Korea's export controls"))
                .containsExactly("5:South Korea", "6:Korea", "1:export controls");
    }

    @Test
    void shouldNotReachOverTheEndOfASentence() {
        assertThat(find("They went South. Korea stayed.")).containsExactly("6:Korea");
        assertThat(find("South, Korea")).contains("5:South, Korea");
    }

    @Test
    void shouldFindWithinARangeOfWords() {
        Tokens tokens = new Tokenizer(vocabulary).cut("South Korea and South Korea");
        List<String> hits = new ArrayList<>();
        index.find(tokens, 1, 3, (id, first, last) -> hits.add(id + ":" + first + "-" + last));
        assertThat(hits).containsExactly("6:1-1");
    }

    @Test
    void shouldLetSeveralPhrasesShareAnId() {
        assertThat(find("whitelists and white lists")).containsExactly("9:whitelists", "9:white lists");
    }

    @Test
    void shouldRefuseAPhraseThatCannotBeFound() {
        PhraseIndex.Builder builder = PhraseIndex.builder(vocabulary);
        assertThatThrownBy(() -> builder.add(1, " ?! ", Match.EXACT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without a word");
        assertThatThrownBy(() -> builder.add(1, "x".repeat(201), Match.EXACT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldFindOnlyItsOwnPhrasesWithAMarkThatOthersHave() {
        int mark = vocabulary.newMark();
        PhraseIndex one = PhraseIndex.builder(vocabulary)
                .add(1, "Niederlande", Match.EXACT)
                .build(mark);
        PhraseIndex other =
                PhraseIndex.builder(vocabulary).add(2, "Pays-Bas", Match.EXACT).build(mark);
        Tokens tokens = new Tokenizer(vocabulary).cut("Niederlande, Pays-Bas");
        List<Integer> hits = new ArrayList<>();

        one.find(tokens, (id, first, last) -> hits.add(id));
        other.find(tokens, (id, first, last) -> hits.add(id * 10 + first));

        assertThat(hits).containsExactly(1, 21);
    }

    private List<String> find(String text) {
        Tokens tokens = new Tokenizer(vocabulary).cut(text);
        List<String> hits = new ArrayList<>();
        index.find(
                tokens,
                (id, first, last) -> hits.add(id + ":" + text.substring(tokens.start(first), tokens.end(last))));
        return hits;
    }
}
