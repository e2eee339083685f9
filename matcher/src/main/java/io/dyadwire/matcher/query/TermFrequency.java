package io.dyadwire.matcher.query;

import java.util.Arrays;

/**
 * How common a term is: by how many documents held it of those that were matched, and, as long as few were, by how many
 * queries ask for it. A guess to file by: counts are not exact where several threads count, and nothing but speed depends on
 * them.
 */
final class TermFrequency {
    private static final int ENOUGH = 1 << 20;

    /** After so many documents only one in {@link #SAMPLE} is counted, for as many. */
    private static final int ALL_COUNT = 4_096;

    private static final int SAMPLE = 8;

    /** One document more weighs more than any number of queries. */
    private static final long UNIT = 1L << 32;

    private int[] counts = new int[1024];
    private int[] askedBy = new int[1024];
    private int documents;

    /** Under the write lock: room for terms below this number. */
    void makeRoom(int terms) {
        if (terms > counts.length) {
            counts = Arrays.copyOf(counts, terms * 3 / 2);
            askedBy = Arrays.copyOf(askedBy, terms * 3 / 2);
        }
    }

    /** Under the write lock: one more query asks for this. */
    void ask(int term) {
        askedBy[term]++;
    }

    void count(Occurrences there) {
        int weight = documents < ALL_COUNT ? 1 : SAMPLE;
        if (documents++ % weight != 0) {
            return;
        }
        int[] current = counts;
        for (int i = 0; i < there.distinct(); i++) {
            int term = there.term(i);
            if (term < current.length) {
                current[term] += weight;
            }
        }
    }

    /** Under the write lock: lets what was long ago count less. */
    void age() {
        if (documents > ENOUGH) {
            Arrays.setAll(counts, i -> counts[i] / 2);
            documents /= 2;
        }
    }

    long of(int term) {
        return counts[term] * UNIT + askedBy[term];
    }
}
