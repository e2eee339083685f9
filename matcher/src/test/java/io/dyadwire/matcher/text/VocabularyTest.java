package io.dyadwire.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
