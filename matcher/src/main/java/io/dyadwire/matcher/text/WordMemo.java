package io.dyadwire.matcher.text;

import java.util.Arrays;

/**
 * What was found out about words of up to 16 ASCII letters and digits, as they stand in the text. News repeats itself:
 * with some thousand words remembered, nineteen in twenty need no folding and no vocabulary. Belongs to one thread.
 *
 * <p>A word is packed into two longs, a byte a character; ids and flags lie beside it, so that a look touches memory once.
 * There are two slots where a word may be. A new word takes the second, and moves to the first when it is met again: words
 * met once do not push out those met all the time.
 */
final class WordMemo {
    static final int LONGEST = 16;
    private static final int BITS = 13;
    private static final int SLOT = 4;
    private static final int PAIR = 2 * SLOT;

    /** Of each slot: the word's two halves, its ids, its marks and flags. */
    private final long[] slots = new long[PAIR << BITS];

    private final Vocabulary vocabulary;
    private int vocabularyChanges;

    WordMemo(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.vocabularyChanges = vocabulary.changes();
    }

    /** Forgets all when words or marks were added since: a word that had none may have them now. */
    WordMemo upToDate() {
        int changes = vocabulary.changes();
        if (changes != vocabularyChanges) {
            vocabularyChanges = changes;
            Arrays.fill(slots, 0);
        }
        return this;
    }

    /** The slot that holds this word, until the next one is kept; negative when it is not remembered. */
    int find(long high, long low) {
        int first = firstSlot(high, low);
        if (slots[first] == low && slots[first + 1] == high) {
            return first;
        }
        int second = first + SLOT;
        if (slots[second] == low && slots[second + 1] == high) {
            swap(first, second);
            return first;
        }
        return -1;
    }

    int exact(int slot) {
        return (int) (slots[slot + 2] >>> Integer.SIZE);
    }

    int folded(int slot) {
        return (int) slots[slot + 2];
    }

    int marks(int slot) {
        return (int) (slots[slot + 3] >>> Integer.SIZE);
    }

    byte flags(int slot) {
        return (byte) slots[slot + 3];
    }

    /** Remembers a word; returns its slot. */
    int keep(long high, long low, WordIds ids, byte wordFlags) {
        int slot = firstSlot(high, low) + SLOT;
        slots[slot] = low;
        slots[slot + 1] = high;
        slots[slot + 2] = (long) ids.exact() << Integer.SIZE | ids.folded();
        slots[slot + 3] = (long) ids.marks() << Integer.SIZE | (wordFlags & 0xFF);
        return slot;
    }

    private static int firstSlot(long high, long low) {
        long mixed = (high * 0x9E3779B97F4A7C15L ^ low) * 0xD6E8FEB86659FD93L;
        return (int) (mixed >>> (Long.SIZE - BITS)) * PAIR;
    }

    private void swap(int first, int second) {
        for (int i = 0; i < SLOT; i++) {
            long other = slots[first + i];
            slots[first + i] = slots[second + i];
            slots[second + i] = other;
        }
    }
}
