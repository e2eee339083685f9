package io.dyadwire.matcher.query;

import java.util.function.IntConsumer;

/**
 * When queries are filed anew: all of them, a few after each document, and again each time when twice as many documents
 * have been seen as before; at last once in a while.
 */
final class FilingTurns {
    private static final int FIRST = 16;
    private static final int LARGEST_GAP = 1 << 16;
    private static final int AT_ONCE = 64;

    private int gap = FIRST;
    private int documentsToGo = FIRST;
    private int next;

    /** Counts a document. Not exact where several threads count, and need not be. */
    boolean isDue() {
        return --documentsToGo < 0;
    }

    /** Under the write lock: the next few of this many queries. */
    void take(int queries, IntConsumer fileAnew) {
        int end = Math.min(queries, next + AT_ONCE);
        for (int query = next; query < end; query++) {
            fileAnew.accept(query);
        }
        next = end;
        if (end == queries) {
            next = 0;
            gap = Math.min(2 * gap, LARGEST_GAP);
            documentsToGo = gap;
        }
    }
}
