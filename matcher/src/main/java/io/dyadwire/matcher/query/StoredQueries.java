package io.dyadwire.matcher.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The queries of an index by their numbers, small ints that are given again when a query is gone. What a search looks at
 * lies apart from what it does not. Written under the lock of its index and read under it.
 */
final class StoredQueries<K> {
    /** So that an order and the place among those found fit in one number. */
    private static final int PLACE_BITS = 24;

    private final Map<K, Integer> numbers = new HashMap<>();
    private final List<@Nullable K> keys = new ArrayList<>();
    private final List<Integer> free = new ArrayList<>();
    private @Nullable Clause[] clauses = new Clause[16];
    private @Nullable Filing[] filings = new Filing[16];

    /** Of the first put of a key, which replacing keeps. */
    private long[] orders = new long[16];

    private long puts;

    /** How many there are. */
    int count() {
        return numbers.size();
    }

    /** All numbers are below this. */
    int numbers() {
        return keys.size();
    }

    /** The number of this key, null when it has none. */
    @Nullable
    Integer number(K key) {
        return numbers.get(key);
    }

    /** A number for a key that has none. */
    int add(K key) {
        int number = free.isEmpty() ? keys.size() : free.removeLast();
        if (number == keys.size()) {
            keys.add(key);
        } else {
            keys.set(number, key);
        }
        if (number == orders.length) {
            clauses = Arrays.copyOf(clauses, number * 3 / 2);
            filings = Arrays.copyOf(filings, number * 3 / 2);
            orders = Arrays.copyOf(orders, number * 3 / 2);
        }
        numbers.put(key, number);
        orders[number] = puts++;
        return number;
    }

    void set(int number, Clause clause, Filing filing) {
        clauses[number] = clause;
        filings[number] = filing;
    }

    void setFiling(int number, Filing filing) {
        filings[number] = filing;
    }

    void remove(int number) {
        numbers.remove(key(number));
        keys.set(number, null);
        clauses[number] = null;
        filings[number] = null;
        free.add(number);
    }

    K key(int number) {
        return there(keys.get(number), number);
    }

    Clause clause(int number) {
        return there(clauses[number], number);
    }

    /** Null when there is no query of this number now. */
    @Nullable
    Filing filing(int number) {
        return filings[number];
    }

    /** The first {@code count} of these numbers, by the order in which they were first put. */
    int[] inOrder(int[] found, int count) {
        long[] places = new long[count];
        for (int i = 0; i < count; i++) {
            places[i] = orders[found[i]] << PLACE_BITS | i;
        }
        Arrays.sort(places);
        int[] sorted = new int[count];
        for (int i = 0; i < count; i++) {
            sorted[i] = found[(int) places[i] & (1 << PLACE_BITS) - 1];
        }
        return sorted;
    }

    private static <T> T there(@Nullable T part, int number) {
        if (part == null) {
            throw new IllegalStateException("query " + number + " is filed and not there");
        }
        return part;
    }
}
