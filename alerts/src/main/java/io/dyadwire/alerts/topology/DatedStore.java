package io.dyadwire.alerts.topology;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Texts by their keys, each with the time of the news that it comes from, and forgotten when there is news that much newer.
 * A window store would do the same, but looks through every millisecond of the time that it keeps.
 *
 * <p>In the store: the time in milliseconds, a blank, the text.
 */
final class DatedStore {
    private final KeyValueStore<String, String> store;
    private final String kind;
    private final Duration kept;
    private final Agenda ends = new Agenda();

    /** @param kind what its keys begin with in the store, where other kinds may be beside it; none begins another */
    DatedStore(KeyValueStore<String, String> store, String kind, Duration kept) {
        this.store = store;
        this.kind = kind;
        this.kept = kept;
        try (KeyValueIterator<String, String> all = store.all()) {
            all.forEachRemaining(this::remember);
        }
    }

    private void remember(KeyValue<String, String> entry) {
        if (entry.key.startsWith(kind)) {
            ends.set(entry.key, time(entry.value).plus(kept));
        }
    }

    static StoreBuilder<?> builder(String name) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.String());
    }

    @Nullable
    String get(String key) {
        String value = store.get(kind + key);
        return value == null ? null : value.substring(value.indexOf(' ') + 1);
    }

    /** Keeps the later time of the two where one is there already. */
    void put(String key, String text, Instant at) {
        String place = kind + key;
        String known = store.get(place);
        Instant time = known != null && time(known).isAfter(at) ? time(known) : at;
        store.put(place, time.toEpochMilli() + " " + text);
        ends.set(place, time.plus(kept));
    }

    /** Forgets what is that much older than this. */
    void forget(Instant newest) {
        for (String key = ends.next(newest); key != null; key = ends.next(newest)) {
            store.delete(key);
        }
    }

    private static Instant time(String value) {
        return Instant.ofEpochMilli(Long.parseLong(value, 0, value.indexOf(' '), 10));
    }
}
