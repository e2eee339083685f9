package io.dyadwire.processor.topology;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What to look at on which day, over a store of {@code day|id} to id. Asked again and again, it touches the store only when
 * something may be there: it knows up to where nothing is left, so that what was taken off long ago is not passed over each
 * time. That is found out anew at each start.
 */
final class DayIndex {
    private final KeyValueStore<String, String> store;
    private String nothingBefore = "";

    DayIndex(KeyValueStore<String, String> store) {
        this.store = store;
    }

    void put(LocalDate day, String id) {
        String key = key(day, id);
        store.put(key, id);
        if (key.compareTo(nothingBefore) < 0) {
            nothingBefore = key;
        }
    }

    void remove(LocalDate day, String id) {
        store.delete(key(day, id));
    }

    /** Ids filed under days before today, earliest first and at most so many; they are off the index then. */
    List<String> due(LocalDate today, int most) {
        String end = today.toString();
        if (nothingBefore.compareTo(end) >= 0) {
            return List.of();
        }
        List<String> keys = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        try (KeyValueIterator<String, String> old = store.range(nothingBefore, end)) {
            while (old.hasNext() && ids.size() < most) {
                KeyValue<String, String> entry = old.next();
                keys.add(entry.key);
                ids.add(entry.value);
            }
            nothingBefore = old.hasNext() ? keys.getLast() : end;
        }
        keys.forEach(store::delete);
        return ids;
    }

    private static String key(LocalDate day, String id) {
        return day + "|" + id;
    }
}
