package io.dyadwire.matcher.query;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** Terms to choose from, each once; of very many only some. */
final class Terms {
    private static final int ENOUGH = 32;

    private int[] terms = new int[4];
    private int count;

    void add(int term) {
        for (int i = 0; i < count; i++) {
            if (terms[i] == term) {
                return;
            }
        }
        if (count == ENOUGH) {
            return;
        }
        if (count == terms.length) {
            terms = Arrays.copyOf(terms, count * 2);
        }
        terms[count++] = term;
    }

    int count() {
        return count;
    }

    int get(int i) {
        return terms[i];
    }

    /** Takes the i-th out. */
    int take(int i) {
        int term = terms[i];
        terms[i] = terms[--count];
        return term;
    }

    /** The others, in another list. */
    Terms without(int one, int other, int third) {
        Terms left = new Terms();
        for (int i = 0; i < count; i++) {
            if (terms[i] != one && terms[i] != other && terms[i] != third) {
                left.add(terms[i]);
            }
        }
        return left;
    }

    /** Where the one stands that was seen least often. */
    int rarest(IntToLongFunction frequency) {
        int rarest = 0;
        for (int i = 1; i < count; i++) {
            if (frequency.applyAsLong(terms[i]) < frequency.applyAsLong(terms[rarest])) {
                rarest = i;
            }
        }
        return rarest;
    }
}
