package io.dyadwire.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DayIndexTest {
    private static final LocalDate DAY = LocalDate.of(2019, 8, 24);

    private KeyValueStore<String, String> store;
    private DayIndex index;

    @BeforeEach
    void open() {
        var context = new MockProcessorContext<String, String>();
        store = Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore("days"), Serdes.String(), Serdes.String())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        index = new DayIndex(store);
    }

    @Test
    void shouldGiveWhatIsFiledUnderDaysBeforeOnce() {
        index.put(DAY, "b");
        index.put(DAY.minusDays(3), "a");
        index.put(DAY.plusDays(1), "c");

        assertThat(index.due(DAY, 10)).containsExactly("a");
        assertThat(index.due(DAY.plusDays(1), 10)).containsExactly("b");
        assertThat(index.due(DAY.plusDays(1), 10)).isEmpty();
        assertThat(index.due(DAY.plusDays(2), 10)).containsExactly("c");
    }

    @Test
    void shouldGiveManyInTurnsAndLoseNone() {
        for (int i = 0; i < 25; i++) {
            index.put(DAY, "id-" + i);
        }
        List<String> all = new ArrayList<>();
        List<Integer> turns = new ArrayList<>();
        for (List<String> some = index.due(DAY.plusDays(1), 10);
                !some.isEmpty();
                some = index.due(DAY.plusDays(1), 10)) {
            turns.add(some.size());
            all.addAll(some);
        }

        assertThat(turns).containsExactly(10, 10, 5);
        assertThat(all).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void shouldSeeWhatIsFiledUnderADayThatItHasPassed() {
        assertThat(index.due(DAY, 10)).isEmpty();
        index.put(DAY.minusDays(10), "late");

        assertThat(index.due(DAY, 10)).containsExactly("late");
    }

    @Test
    void shouldNotGiveWhatWasTakenOff() {
        index.put(DAY, "a");
        index.remove(DAY, "a");

        assertThat(index.due(DAY.plusDays(9), 10)).isEmpty();
    }

    @Test
    void shouldGiveTheRestAfterARestart() {
        for (int i = 0; i < 5; i++) {
            index.put(DAY, "id-" + i);
        }
        index.due(DAY.plusDays(1), 3);

        assertThat(new DayIndex(store).due(DAY.plusDays(1), 10)).hasSize(2);
    }
}
