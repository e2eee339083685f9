package io.dyadwire.matcher.text;

import java.util.Arrays;

/**
 * What was found out about words of up to 16 ASCII letters and digits, as they stand in the text. News repeats itself:
 * with some thousand words remembered, nineteen in twenty need no folding and no vocabulary. Belongs to one thread.
 *
 * <p>A word is packed into a long, a byte a character, or into two, and lies beside its {@link WordInfo}, so that a look
 * touches memory once. There are two slots where a word may be. A new word takes the second, and moves to the first when it
 * is met again: words met once do not push out those met all the time.
 */
final class WordMemo {
    static final int LONGEST = 16;

    /** A word of so many characters fits into one long. */
    static final int SHORT = Long.BYTES;

    private static final int SHORT_BITS = 13;
    private static final int SHORT_SLOT = 2;
    private static final int LONG_BITS = 11;
    private static final int LONG_SLOT = 4;

    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** Of each slot: the word, what it is. */
    private final long[] shorts = new long[(2 * SHORT_SLOT) << SHORT_BITS];

    /** Of each slot: the word's two halves, what it is, nothing. */
    private final long[] longs = new long[(2 * LONG_SLOT) << LONG_BITS];

    private final Vocabulary vocabulary;
    private int vocabularyChanges;

    WordMemo(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.vocabularyChanges = vocabulary.changes();
    }

    /** Forgets all when words or marks were added since: a word that had none may have them now. */
    void bringUpToDate() {
        int changes = vocabulary.changes();
        if (changes != vocabularyChanges) {
            vocabularyChanges = changes;
            Arrays.fill(shorts, 0);
            Arrays.fill(longs, 0);
        }
    }

    /** What a word of at most {@link #SHORT} characters is; {@link WordInfo#NONE} when it is not remembered. */
    long find(long word) {
        int first = shortSlot(word);
        if (shorts[first] == word) {
            return shorts[first + 1];
        }
        int second = first + SHORT_SLOT;
        if (shorts[second] != word) {
            return WordInfo.NONE;
        }
        swap(shorts, first, second, SHORT_SLOT);
        return shorts[first + 1];
    }

    /** The same of a longer word. */
    long find(long high, long low) {
        int first = longSlot(high, low);
        if (longs[first] == low && longs[first + 1] == high) {
            return longs[first + 2];
        }
        int second = first + LONG_SLOT;
        if (longs[second] != low || longs[second + 1] != high) {
            return WordInfo.NONE;
        }
        swap(longs, first, second, LONG_SLOT);
        return longs[first + 2];
    }

    /** Remembers a word of at most {@link #SHORT} characters. */
    void keep(long word, long info) {
        int slot = shortSlot(word) + SHORT_SLOT;
        shorts[slot] = word;
        shorts[slot + 1] = info;
    }

    /** Remembers a longer one. */
    void keep(long high, long low, long info) {
        int slot = longSlot(high, low) + LONG_SLOT;
        longs[slot] = low;
        longs[slot + 1] = high;
        longs[slot + 2] = info;
    }

    private static int shortSlot(long word) {
        return (int) ((word * MIX) >>> (Long.SIZE - SHORT_BITS)) * 2 * SHORT_SLOT;
    }

    private static int longSlot(long high, long low) {
        long mixed = (high * MIX ^ low) * 0xD6E8FEB86659FD93L;
        return (int) (mixed >>> (Long.SIZE - LONG_BITS)) * 2 * LONG_SLOT;
    }

    private static void swap(long[] slots, int first, int second, int size) {
        for (int i = 0; i < size; i++) {
            long other = slots[first + i];
            slots[first + i] = slots[second + i];
            slots[second + i] = other;
        }
    }
}
