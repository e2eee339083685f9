package io.dyadwire.matcher.query;

import java.util.Arrays;

/**
 * Which queries one document matches, by their numbers. Kept from document to document, so that a search allocates nothing;
 * belongs to one thread.
 */
final class Search {
    private final Occurrences there = new Occurrences();

    /** By query: the number of the document that it was last asked of. */
    private int[] askedOf = new int[0];

    private int document;
    private int[] found = new int[64];
    private int count;

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
        for (int i = 0; i < there.distinct(); i++) {
            int term = there.term(i);
            int[] under = filed.under(term);
            int end = 1 + under[0];
            for (int at = 1; at < end; at += FiledQueries.ENTRY) {
                if (there.has(under[at + 1]) && there.has(under[at + 2]) && holds(term, under, at, stored)) {
                    add(under[at]);
                }
            }
        }
        return stored.inOrder(found, count);
    }

    /** Of an entry all of whose terms are there: whether the query holds and was not yet asked. */
    private boolean holds(int term, int[] under, int at, StoredQueries<?> stored) {
        int check = under[at + 3];
        if (Filing.hasSteps(check) && !stand(term, under[at + 1], under[at + 2], check)) {
            return false;
        }
        if ((check & Filing.ONE_OF_SEVERAL) != 0 && !isFirst(under[at])) {
            return false;
        }
        return (check & Filing.COMPLETE) != 0 || stored.clause(under[at]).holds(there);
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
