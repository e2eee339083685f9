package io.dyadwire.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class VocabularyTest {
    private final Vocabulary vocabulary = new Vocabulary();

    @Test
    void shouldCountIdsFromOne() {
        assertThat(vocabulary.add("japan")).isEqualTo(1);
        assertThat(vocabulary.add("korea")).isEqualTo(2);
        assertThat(vocabulary.add("japan")).isEqualTo(1);
        assertThat(vocabulary.size()).isEqualTo(2);
    }

    @Test
    void shouldNotKnowWordsNobodyAdded() {
        assertThat(vocabulary.idOf("japan")).isZero();
        assertThat(vocabulary.idOf("")).isZero();
        assertThatThrownBy(() -> vocabulary.add("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldKeepIdsWhileItGrows() {
        for (int i = 1; i <= 50_000; i++) {
            assertThat(vocabulary.add("word" + i)).isEqualTo(i);
        }
        for (int i = 1; i <= 50_000; i++) {
            assertThat(vocabulary.idOf("word" + i)).isEqualTo(i);
        }
    }

    /** Each pair has one hash: "ab" and "bC" have, and so has whatever begins or goes on with the same. */
    @Test
    void shouldTellWordsOfOneHashApart() {
        List<String> words = List.of(
                "ab",
                "bC",
                "\0ab",
                "ac",
                "`\u0082",
                "ababababab",
                "bCababababab",
                "ababababbC",
                "abababababababab",
                "bCbCababababababab",
                "ababababababababab",
                "bCababababababababab",
                "ab\u4e2d",
                "bC\u4e2d");
        List<Integer> ids = words.stream().map(vocabulary::add).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(words.stream().map(vocabulary::idOf)).containsExactlyElementsOf(ids);
        assertThat(vocabulary.idOf("bCababab")).isZero();
        assertThat(vocabulary.idOf("abababababababbC")).isZero();
    }

    @Test
    void shouldMarkWordsInTextsCutAfterwards() {
        Tokenizer tokenizer = new Tokenizer(vocabulary);
        int japan = vocabulary.add("japan");
        int talk = vocabulary.add("talk");
        assertThat(marked(tokenizer.cut("Talks in Japan"), 1)).isEmpty();

        int mark = vocabulary.newMark();
        vocabulary.mark(mark, new int[] {japan}, new int[] {talk});

        assertThat(marked(tokenizer.cut("Talks in Japan"), mark)).containsExactly(0, 2);
        assertThat(marked(tokenizer.cut("Japan, naïve"), vocabulary.newMark())).isEmpty();
    }

    @Test
    void shouldGiveMarksAgainWhenAllAreGiven() {
        int all = 0;
        for (int i = 0; i < 100; i++) {
            int mark = vocabulary.newMark();
            assertThat(Integer.bitCount(mark)).isEqualTo(1);
            all |= mark;
        }
        assertThat(all).isEqualTo(0xFF);
    }

    private static List<Integer> marked(Tokens tokens, int mark) {
        List<Integer> marked = new ArrayList<>();
        int last = tokens.count() - 1;
        for (int i = tokens.nextMarked(0, last, mark); i <= last; i = tokens.nextMarked(i + 1, last, mark)) {
            marked.add(i);
        }
        return marked;
    }

    @Test
    void shouldNeverTellAWrongIdWhileAnotherThreadAdds() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            Future<?> adding = threads.submit(() -> {
                for (int i = 1; i <= 100_000; i++) {
                    vocabulary.add("w" + i);
                }
            });
            Callable<Boolean> reading = () -> {
                boolean right = true;
                do {
                    for (int i = 1; i <= vocabulary.size(); i += 97) {
                        right &= vocabulary.idOf("w" + i) == i;
                    }
                } while (!adding.isDone());
                return right;
            };
            for (Future<Boolean> reader : threads.invokeAll(List.of(reading, reading))) {
                assertThat(reader.get()).isTrue();
            }
        }
    }
}
