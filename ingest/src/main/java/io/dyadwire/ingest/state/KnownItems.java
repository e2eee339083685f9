package io.dyadwire.ingest.state;

import io.dyadwire.contract.feed.KnownItem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The items that a feed is known to have shown, packed: 44 bytes each instead of some 240, since ten thousand feeds know
 * half a million of them. Times are kept to the microsecond. An id or a hash that none of ours looks like cannot be met
 * again: such an id is left out, such a hash replaced by one that is as good.
 */
final class KnownItems {
    private static final int LONGS = 5;

    private final long[] numbers;
    private final int[] versions;

    private KnownItems(int count) {
        this.numbers = new long[count * LONGS];
        this.versions = new int[count];
    }

    static KnownItems of(Map<String, KnownItem> known) {
        List<Map.Entry<String, KnownItem>> entries = known.entrySet().stream()
                .filter(entry -> Bits.fit(entry.getKey()))
                .toList();
        KnownItems items = new KnownItems(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            items.set(i, Bits.of(entries.get(i).getKey()), entries.get(i).getValue());
        }
        return items;
    }

    private void set(int index, Bits id, KnownItem item) {
        Bits hash = Bits.of(item.hash());
        int at = index * LONGS;
        numbers[at] = id.high();
        numbers[at + 1] = id.low();
        numbers[at + 2] = hash.high();
        numbers[at + 3] = hash.low();
        numbers[at + 4] = micros(item.lastSeen());
        versions[index] = item.version();
    }

    int size() {
        return versions.length;
    }

    Bits id(int index) {
        return new Bits(numbers[index * LONGS], numbers[index * LONGS + 1]);
    }

    Bits hash(int index) {
        return new Bits(numbers[index * LONGS + 2], numbers[index * LONGS + 3]);
    }

    int version(int index) {
        return versions[index];
    }

    Instant lastSeen(int index) {
        return Instant.EPOCH.plus(numbers[index * LONGS + 4], ChronoUnit.MICROS);
    }

    Map<String, KnownItem> toMap() {
        Map<String, KnownItem> map = HashMap.newHashMap(size());
        for (int i = 0; i < size(); i++) {
            map.put(id(i).toString(), new KnownItem(version(i), hash(i).toString(), lastSeen(i)));
        }
        return map;
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
