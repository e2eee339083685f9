package io.dyadwire.matcher.query;

import java.util.Arrays;

/**
 * How many documents held a term, learned from those that were matched. A guess to file by: counts are not exact where
 * several threads count, and nothing but speed depends on them.
 */
final class TermFrequency {
    private static final int ENOUGH = 1 << 20;

    /** A term that was never seen is as rare as can be; among those the one that fewer queries are filed under. */
    private static final long UNIT = 1L << 32;

    private int[] counts = new int[1024];
    private int documents;

    /** Under the write lock: room for terms below this number. */
    void makeRoom(int terms) {
        if (terms > counts.length) {
            counts = Arrays.copyOf(counts, terms * 3 / 2);
        }
    }

    void count(Occurrences there) {
        int[] current = counts;
        for (int i = 0; i < there.distinct(); i++) {
            int term = there.term(i);
            if (term < current.length) {
                current[term]++;
            }
        }
        documents++;
    }

    /** Under the write lock: lets what was long ago count less. */
    void age() {
        if (documents > ENOUGH) {
            Arrays.setAll(counts, i -> counts[i] / 2);
            documents /= 2;
        }
    }

    long of(int term, int filed) {
        return (term < counts.length ? counts[term] : 0) * UNIT + filed;
    }
}
