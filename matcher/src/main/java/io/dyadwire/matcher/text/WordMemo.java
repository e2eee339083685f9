package io.dyadwire.matcher.text;

import java.util.Arrays;

/**
 * What was found out about words of up to 16 ASCII letters and digits, as they stand in the text. News repeats itself:
 * with some thousand words remembered, nine in ten need no folding and no vocabulary. Belongs to one thread.
 *
 * <p>A word is packed into two longs, a byte a character; a slot holds the last word that fell there.
 */
final class WordMemo {
    static final int LONGEST = 16;
    private static final int BITS = 14;
    private static final int SLOTS = 1 << BITS;

    private final long[] words = new long[2 * SLOTS];
    private final int[] exact = new int[SLOTS];
    private final int[] folded = new int[SLOTS];
    private final byte[] flags = new byte[SLOTS];
    private final Vocabulary vocabulary;
    private int vocabularySize;

    WordMemo(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.vocabularySize = vocabulary.size();
    }

    /** Forgets all when words were added since: one that had no id may have one now. */
    WordMemo upToDate() {
        int size = vocabulary.size();
        if (size != vocabularySize) {
            vocabularySize = size;
            Arrays.fill(words, 0);
        }
        return this;
    }

    /** The slot of this word, to look at or to fill. */
    static int slot(long high, long low) {
        long mixed = (high * 0x9E3779B97F4A7C15L ^ low) * 0xD6E8FEB86659FD93L;
        return (int) (mixed >>> (Long.SIZE - BITS));
    }

    boolean holds(int slot, long high, long low) {
        return words[2 * slot] == low && words[2 * slot + 1] == high;
    }

    int exact(int slot) {
        return exact[slot];
    }

    int folded(int slot) {
        return folded[slot];
    }

    byte flags(int slot) {
        return flags[slot];
    }

    void keep(int slot, long high, long low, int exactId, int foldedId, byte wordFlags) {
        words[2 * slot] = low;
        words[2 * slot + 1] = high;
        exact[slot] = exactId;
        folded[slot] = foldedId;
        flags[slot] = wordFlags;
    }
}
