package io.dyadwire.matcher.query;

import java.util.Arrays;

/** A set of terms, one bit each: small enough to stay near the processor while a hundred thousand queries are asked. */
final class TermSet {
    private long[] bits = new long[16];

    /** Room for terms below this number; {@link #has} may then be asked of all of them. */
    void makeRoom(int terms) {
        int words = terms / Long.SIZE + 1;
        if (words > bits.length) {
            bits = Arrays.copyOf(bits, words * 3 / 2);
        }
    }

    /** Whether there is room for this term, and it is in. */
    boolean holds(int term) {
        return term / Long.SIZE < bits.length && has(term);
    }

    /** The same of a term that there is room for. */
    boolean has(int term) {
        return (bits[term / Long.SIZE] >>> term & 1) != 0;
    }

    void add(int term) {
        bits[term / Long.SIZE] |= 1L << term;
    }

    void remove(int term) {
        bits[term / Long.SIZE] &= ~(1L << term);
    }
}
