package io.dyadwire.ingest.state;

import io.dyadwire.contract.Digest;
import io.dyadwire.contract.feed.KnownItem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The items that a feed is known to have shown, packed: 36 bytes each instead of some 230, since ten thousand feeds know
 * half a million of them. Times are kept to the microsecond. An id or a hash that none of ours looks like cannot be met
 * again: such an id is left out, such a hash replaced by one that is as good.
 */
final class KnownItems {
    private static final int LONGS = 4;
    private static final int HASH_DIGITS = 16;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{" + HASH_DIGITS + "}");

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
        int at = index * LONGS;
        numbers[at] = id.high();
        numbers[at + 1] = id.low();
        numbers[at + 2] = packed(item.hash());
        numbers[at + 3] = micros(item.lastSeen());
        versions[index] = item.version();
    }

    int size() {
        return versions.length;
    }

    Bits id(int index) {
        return new Bits(numbers[index * LONGS], numbers[index * LONGS + 1]);
    }

    /** Packed. */
    long hash(int index) {
        return numbers[index * LONGS + 2];
    }

    int version(int index) {
        return versions[index];
    }

    Instant lastSeen(int index) {
        return Instant.EPOCH.plus(numbers[index * LONGS + 3], ChronoUnit.MICROS);
    }

    Map<String, KnownItem> toMap() {
        Map<String, KnownItem> map = HashMap.newHashMap(size());
        for (int i = 0; i < size(); i++) {
            map.put(id(i).toString(), new KnownItem(version(i), unpacked(hash(i)), lastSeen(i)));
        }
        return map;
    }

    static String unpacked(long hash) {
        return HexFormat.of().toHexDigits(hash);
    }

    private static long packed(String hash) {
        boolean ours = HASH.matcher(hash).matches();
        return HexFormat.fromHexDigitsToLong(ours ? hash : Digest.of(hash), 0, HASH_DIGITS);
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
