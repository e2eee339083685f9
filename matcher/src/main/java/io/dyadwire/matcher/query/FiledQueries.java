package io.dyadwire.matcher.query;

import java.util.Arrays;

/** By term, the queries that are filed under it. Written under the lock of its index and read under it. */
final class FiledQueries {
    /** Ints of an entry: a query's number, two more terms that must be there, and what {@link Filing} says to check. */
    static final int ENTRY = 4;

    private static final int[] NONE = {0};

    /** By term: how many ints of entries there are, then those. */
    private int[][] entries = new int[1024][];

    private final TermSet filed = new TermSet();

    void makeRoom(int terms) {
        filed.makeRoom(terms);
        if (terms > entries.length) {
            entries = Arrays.copyOf(entries, terms * 3 / 2);
        }
    }

    /** The entries of a term, after the number of ints that they take. */
    int[] under(int term) {
        return filed.holds(term) ? entries[term] : NONE;
    }

    void file(int query, Filing filing) {
        for (int way = 0; way < filing.count(); way++) {
            int term = filing.term(way);
            int[] under = entries[term] == null ? new int[1 + ENTRY] : entries[term];
            int end = 1 + under[0];
            if (end == under.length) {
                under = Arrays.copyOf(under, 1 + (end / ENTRY * 3 / 2 + 1) * ENTRY);
            }
            under[end] = query;
            under[end + 1] = filing.also(way);
            under[end + 2] = filing.alsoToo(way);
            under[end + 3] = filing.check(way);
            under[0] += ENTRY;
            entries[term] = under;
            filed.add(term);
        }
    }

    void unfile(int query, Filing filing) {
        for (int way = 0; way < filing.count(); way++) {
            unfile(query, filing.term(way));
        }
    }

    private void unfile(int query, int term) {
        int[] under = entries[term];
        for (int at = 1; at <= under[0]; at += ENTRY) {
            if (under[at] == query) {
                int last = 1 + under[0] - ENTRY;
                System.arraycopy(under, last, under, at, ENTRY);
                under[0] -= ENTRY;
                break;
            }
        }
        if (under[0] == 0) {
            filed.remove(term);
        }
    }
}
