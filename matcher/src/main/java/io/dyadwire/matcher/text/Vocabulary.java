package io.dyadwire.matcher.text;

import java.util.Arrays;

/**
 * Words to small ints, shared by all indexes. Ids count from 1; 0 means a word that nobody asked for, so a text full
 * of unknown words costs no memory. Words are expected as {@link Tokenizer} folds them ("controls", "u.s.").
 *
 * <p>Adding is synchronized. Looking up takes no lock and allocates nothing, from any thread, also while another adds:
 * it sees a word either not at all or with its id, and always sees what was added before the reader last synchronised
 * with the adder.
 */
public final class Vocabulary {
    private volatile Table table = new Table(64);
    private volatile int size;
    private volatile int changes;
    private volatile int[] exactMarks = new int[64];
    private volatile int[] foldedMarks = new int[64];
    private int marksGiven;

    /** The id of this word, given now if it has none. Refuses the empty word, and more than 16 million words. */
    public synchronized int add(CharSequence foldedWord) {
        if (foldedWord.isEmpty()) {
            throw new IllegalArgumentException("an empty word has no id");
        }
        char[] word = foldedWord.toString().toCharArray();
        int hash = hash(word, 0, word.length);
        int known = table.find(word, 0, word.length, hash);
        if (known != 0) {
            return known;
        }
        if (size + 1 == WordInfo.MOST_IDS) {
            throw new IllegalStateException("a vocabulary holds " + size + " words at most; '" + foldedWord
                    + "' is one more: use fewer rules, or several indexes");
        }
        Table target = (size + 1) * 2 > table.entries.length ? table.doubled() : table;
        int id = size + 1;
        target.put(new Entry(word, id), hash);
        table = target; // a volatile write even when it is the same table: it publishes the slot just filled
        size = id;
        changes++;
        return id;
    }

    /**
     * A mark to put on words, one bit. There are 8; when all are given, they are given again, so a mark says that a word
     * may be meant, and its absence that it is not.
     */
    public synchronized int newMark() {
        return 1 << (marksGiven++ % WordInfo.MARKS);
    }

    /**
     * Puts a mark on these words; texts cut from now on have it, see {@link Tokens#nextMarked}.
     *
     * @param exact ids that count for a word as it stands
     * @param folded ids that count for a word's base form
     */
    public synchronized void mark(int mark, int[] exact, int[] folded) {
        exactMarks = marked(exactMarks, exact, mark);
        foldedMarks = marked(foldedMarks, folded, mark);
        changes++;
    }

    private int[] marked(int[] marks, int[] ids, int mark) {
        int[] more = Arrays.copyOf(marks, Math.max(marks.length, size + 1));
        for (int id : ids) {
            more[id] |= mark;
        }
        return more;
    }

    /** The marks of a word that has these ids. */
    int marksOf(int exact, int folded) {
        int[] onExact = exactMarks;
        int[] onFolded = foldedMarks;
        return (exact < onExact.length ? onExact[exact] : 0) | (folded < onFolded.length ? onFolded[folded] : 0);
    }

    /** Grows with every word added and every mark put. */
    int changes() {
        return changes;
    }

    /** The id of this word, or 0. */
    public int idOf(CharSequence foldedWord) {
        char[] word = foldedWord.toString().toCharArray();
        return idOf(word, 0, word.length);
    }

    /** The id of the word in {@code chars[from, to)}, or 0. Allocates nothing. */
    public int idOf(char[] chars, int from, int to) {
        return idOf(chars, from, to, hash(chars, from, to));
    }

    /** The same with the {@link #hash} known. */
    int idOf(char[] chars, int from, int to, int hash) {
        return table.find(chars, from, to, hash);
    }

    /** How many words have an id; the largest id given so far. */
    public int size() {
        return size;
    }

    static int hash(char[] chars, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum = 31 * sum + chars[i];
        }
        return mixed(sum);
    }

    /** The hash of a word whose characters were summed up on the way: {@code sum = 31 * sum + c} from 0. Never 0. */
    static int mixed(int sum) {
        int hash = (sum ^ (sum >>> 16)) * 0x85ebca6b;
        hash ^= hash >>> 13;
        return hash == 0 ? 1 : hash;
    }

    /** Final fields, so that even a racing reader sees a whole entry or none. */
    private static final class Entry {
        final char[] word;
        final int id;

        Entry(char[] word, int id) {
            this.word = word;
            this.id = id;
        }
    }

    /**
     * Open addressing with linear steps, at most half full. The hashes are kept apart, 0 where the slot is free. Most words
     * that are looked up are names and numbers that nobody asked for: they are done with after one look at a bit map, an
     * eighth as large as the hashes, which stays near.
     */
    private static final class Table {
        private static final int MIX = 0x9E3779B1;

        /** Bits of the map for each slot. */
        private static final int BITS = 4;

        final long[] maybe;
        final int[] hashes;
        final Entry[] entries;

        Table(int slots) {
            maybe = new long[slots * BITS / Long.SIZE];
            hashes = new int[slots];
            entries = new Entry[slots];
        }

        void put(Entry entry, int hash) {
            int slot = hash & (entries.length - 1);
            while (entries[slot] != null) {
                slot = (slot + 1) & (entries.length - 1);
            }
            maybe[bit(hash) >>> 6] |= 1L << bit(hash);
            hashes[slot] = hash;
            entries[slot] = entry;
        }

        private int bit(int hash) {
            return (hash * MIX) >>> (Integer.numberOfLeadingZeros(maybe.length) - 5);
        }

        int find(char[] chars, int from, int to, int hash) {
            if ((maybe[bit(hash) >>> 6] & (1L << bit(hash))) == 0) {
                return 0;
            }
            int mask = hashes.length - 1;
            int slot = hash & mask;
            while (hashes[slot] != 0) {
                if (hashes[slot] == hash) {
                    Entry entry = entries[slot];
                    if (entry != null && Arrays.equals(entry.word, 0, entry.word.length, chars, from, to)) {
                        return entry.id;
                    }
                }
                slot = (slot + 1) & mask;
            }
            return 0;
        }

        Table doubled() {
            Table larger = new Table(entries.length * 2);
            for (int i = 0; i < entries.length; i++) {
                if (entries[i] != null) {
                    larger.put(entries[i], hashes[i]);
                }
            }
            return larger;
        }
    }
}
