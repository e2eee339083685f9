package io.dyadwire.alerts.backtest;

import static io.dyadwire.alerts.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DatedTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final Dated<String> notes = new Dated<>(DAY, 3);

    @Test
    void shouldForgetWhatIsTooOldInWhateverOrderItCame() {
        notes.put("late", "one", T0.plusSeconds(60));
        notes.put("early", "two", T0);

        notes.forget(T0.plus(DAY));
        assertThat(notes.get("late")).isEqualTo("one");
        assertThat(notes.get("early")).isNull();

        notes.forget(T0.plusSeconds(60).plus(DAY));
        assertThat(notes.get("late")).isNull();
    }

    @Test
    void shouldKeepTheLaterTimeOfTwo() {
        notes.put("a", "one", T0.plusSeconds(60));
        notes.put("a", "two", T0);

        notes.forget(T0.plus(DAY));
        assertThat(notes.get("a")).isEqualTo("two");
    }

    @Test
    void shouldLetTheFirstGoAndSaySoWhereThereIsNoRoom() {
        for (String key : new String[] {"a", "b", "c"}) {
            notes.put(key, key, T0);
        }
        assertThat(notes.isWhole()).isTrue();

        notes.put("a", "again", T0);
        notes.put("d", "d", T0);

        assertThat(notes.isWhole()).isFalse();
        assertThat(notes.get("b")).isNull();
        assertThat(notes.get("a")).isEqualTo("again");
    }
}
