package io.dyadwire.matcher.query;

import java.util.Arrays;

/**
 * Which queries one document matches, by their numbers. Kept from document to document, so that a search allocates nothing;
 * belongs to one thread.
 */
final class Search {
    private static final int NEAR = FiledQueries.ENTRY + 1;

    private final Occurrences there = new Occurrences();

    /** By query: the number of the document that it was last asked of. */
    private int[] askedOf = new int[0];

    private int document;
    private int[] found = new int[64];
    private int count;

    /** By distinct term of the document: what is filed under it. */
    private int[][] lists = new int[512][];

    /** Entries whose terms are there, and the term that each is filed under. */
    private int[] near = new int[64 * NEAR];

    Occurrences there() {
        return there;
    }

    /** The numbers of the queries that match what {@link #there} has read, in order. */
    int[] run(FiledQueries filed, StoredQueries<?> stored) {
        count = 0;
        if (askedOf.length < stored.numbers() || ++document == Integer.MAX_VALUE) {
            askedOf = new int[stored.numbers() * 3 / 2 + 16];
            document = 1;
        }
        int entries = readEntries(filed);
        for (int at = 0; at < entries; at += NEAR) {
            if (holds(at, stored)) {
                add(near[at]);
            }
        }
        return stored.inOrder(found, count);
    }

    /**
     * Copies the entries all of whose terms are there, each with its own term behind it; returns how many ints that are. What is
     * far away in memory is asked for by short loops that wait for nothing, so that it comes all at once and not one by one.
     */
    private int readEntries(FiledQueries filed) {
        int distinct = there.distinct();
        if (lists.length < distinct) {
            lists = new int[distinct * 2][];
        }
        for (int i = 0; i < distinct; i++) {
            lists[i] = filed.under(there.term(i));
        }
        int end = 0;
        for (int i = 0; i < distinct; i++) {
            int[] under = lists[i];
            int last = 1 + under[0];
            for (int at = 1; at < last; at += FiledQueries.ENTRY) {
                if (there.has(under[at + 1]) && there.has(under[at + 2])) {
                    end = copy(under, at, there.term(i), end);
                }
            }
        }
        return end;
    }

    private int copy(int[] under, int at, int term, int end) {
        if (end == near.length) {
            near = Arrays.copyOf(near, end * 2);
        }
        near[end] = under[at];
        near[end + 1] = under[at + 1];
        near[end + 2] = under[at + 2];
        near[end + 3] = under[at + 3];
        near[end + 4] = term;
        return end + NEAR;
    }

    /** Of an entry all of whose terms are there: whether the query holds and was not yet asked. */
    private boolean holds(int at, StoredQueries<?> stored) {
        int check = near[at + 3];
        if (Filing.hasSteps(check) && !stand(near[at + 4], near[at + 1], near[at + 2], check)) {
            return false;
        }
        if ((check & Filing.ONE_OF_SEVERAL) != 0 && !isFirst(near[at])) {
            return false;
        }
        return (check & Filing.COMPLETE) != 0 || stored.clause(near[at]).holds(there);
    }

    /** Whether the terms stand somewhere as words of one phrase. */
    private boolean stand(int term, int also, int alsoToo, int check) {
        int first = Filing.firstStep(check);
        int second = Filing.secondStep(check);
        for (int at = there.head(term); at >= 0; at = there.next(at)) {
            int position = there.position(at);
            if ((first == 0 || there.is(position + first, also))
                    && (second == 0 || there.is(position + second, alsoToo))
                    && there.sameSentence(
                            position + Math.min(0, Math.min(first, second)),
                            position + Math.max(0, Math.max(first, second)))) {
                return true;
            }
        }
        return false;
    }

    private boolean isFirst(int query) {
        boolean first = askedOf[query] != document;
        askedOf[query] = document;
        return first;
    }

    private void add(int query) {
        if (count == found.length) {
            found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = query;
    }
}
