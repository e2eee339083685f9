package io.dyadwire.matcher.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.matcher.text.TextFuzz;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Phrases taken from the texts themselves, against a search that tries every phrase at every word. */
final class PhrasePropertyTest {
    private final Vocabulary vocabulary = new Vocabulary();

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    private record Asked(int id, Tokens words, Match match) {}

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldTellExactlyWhatAPlainSearchFinds(long seed) {
        Random random = new Random(seed);
        TextFuzz fuzz = new TextFuzz(seed);
        List<Asked> asked = new ArrayList<>();
        PhraseIndex.Builder builder = PhraseIndex.builder(vocabulary);
        for (int i = 0; i < 200; i++) {
            Asked phrase = new Asked(
                    i,
                    Tokenizer.cutAndAdd(fuzz.text(6), vocabulary),
                    random.nextBoolean() ? Match.EXACT : Match.FOLDED);
            if (canBeFound(phrase.words)) {
                asked.add(phrase);
                builder.add(i, phrase.words.source(), phrase.match);
            }
        }
        PhraseIndex index = builder.build();
        for (int i = 0; i < 20; i++) {
            Tokens text = new Tokenizer(vocabulary).cut(fuzz.text(80));
            List<String> found = new ArrayList<>();
            index.find(text, (id, first, last) -> found.add(id + ":" + first + "-" + last));
            assertThat(found).as(text.source()).containsExactlyInAnyOrderElementsOf(plainSearch(asked, text));
        }
    }

    /** Some characters fold to nothing: stretching strokes, invisible letters. */
    private static boolean canBeFound(Tokens words) {
        return words.count() > 0 && IntStream.range(0, words.count()).allMatch(i -> words.exact(i) != 0);
    }

    private static List<String> plainSearch(List<Asked> asked, Tokens text) {
        List<String> found = new ArrayList<>();
        for (Asked phrase : asked) {
            for (int first = 0; first + phrase.words.count() <= text.count(); first++) {
                int last = first + phrase.words.count() - 1;
                if (text.sentenceOf(first) == text.sentenceOf(last) && same(phrase, text, first)) {
                    found.add(phrase.id + ":" + first + "-" + last);
                }
            }
        }
        return found;
    }

    private static boolean same(Asked phrase, Tokens text, int first) {
        for (int i = 0; i < phrase.words.count(); i++) {
            boolean same = phrase.match == Match.EXACT
                    ? phrase.words.exact(i) == text.exact(first + i)
                    : phrase.words.folded(i) == text.folded(first + i);
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
