package io.dyadwire.matcher.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
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
        int id = size + 1;
        Table target = table.hasRoomFor(id) ? table : table.doubled();
        target.put(word, id, hash);
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

    /**
     * Open addressing with linear steps, at most half full. Most words that are looked up are names and numbers that nobody
     * asked for: they are done with after one look at a bit map, an eighth as large as the slots, which stays near. For others
     * memory is touched twice: a slot, and the word beside its id, a byte a character where it has at most 16, all ASCII.
     *
     * <p>An id is released after its word is in place, and acquired before that is looked at.
     */
    private static final class Table {
        private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(int[].class);
        private static final int MIX = 0x9E3779B1;

        /** Bits of the map for each slot. */
        private static final int BITS = 4;

        /** Characters that fit beside an id, in two longs. */
        private static final int SHORT = 2 * Long.BYTES;

        final long[] maybe;

        /** Of each slot: the hash, and the id, 0 where the slot is free. */
        final int[] slots;

        /** Of each id: its word's bytes, zeros behind them; all zeros for a word that is among {@link #others}. */
        final long[] words;

        final char[][] others;

        Table(int count) {
            maybe = new long[count * BITS / Long.SIZE];
            slots = new int[2 * count];
            words = new long[2 * (count / 2 + 1)];
            others = new char[count / 2 + 1][];
        }

        boolean hasRoomFor(int id) {
            return id < others.length;
        }

        void put(char[] word, int id, int hash) {
            int middle = Math.min(word.length, Long.BYTES);
            long low = packed(word, 0, middle);
            long high = word.length > SHORT ? -1 : packed(word, middle, word.length);
            if (low < 0 || high < 0) {
                others[id] = word;
            } else {
                words[2 * id] = low;
                words[2 * id + 1] = high;
            }
            file(id, hash);
        }

        private void file(int id, int hash) {
            int at = slot(hash);
            while (slots[at + 1] != 0) {
                at = next(at);
            }
            maybe[bit(hash) >>> 6] |= 1L << bit(hash);
            slots[at] = hash;
            SLOT.setRelease(slots, at + 1, id);
        }

        int find(char[] chars, int from, int to, int hash) {
            if ((maybe[bit(hash) >>> 6] & (1L << bit(hash))) == 0) {
                return 0;
            }
            int at = slot(hash);
            int id = (int) SLOT.getAcquire(slots, at + 1);
            while (id != 0 && (slots[at] != hash || !is(id, chars, from, to))) {
                at = next(at);
                id = (int) SLOT.getAcquire(slots, at + 1);
            }
            return id;
        }

        private boolean is(int id, char[] chars, int from, int to) {
            long low = words[2 * id];
            if (low == 0) {
                char[] word = others[id];
                return word != null && Arrays.equals(word, 0, word.length, chars, from, to);
            }
            int middle = Math.min(to, from + Long.BYTES);
            return to - from <= SHORT
                    && packed(chars, from, middle) == low
                    && packed(chars, middle, to) == words[2 * id + 1];
        }

        /** Of at most eight characters, a byte each; -1 when one of them is not ASCII, or 0. */
        private static long packed(char[] chars, int from, int to) {
            long bytes = 0;
            int all = 0;
            for (int i = from; i < to; i++) {
                all |= chars[i] | (chars[i] - 1);
                bytes |= (long) chars[i] << ((i - from) * Byte.SIZE);
            }
            return all < 0 || all > 0x7F ? -1 : bytes;
        }

        private int bit(int hash) {
            return (hash * MIX) >>> (Integer.numberOfLeadingZeros(maybe.length) - 5);
        }

        private int slot(int hash) {
            return (2 * hash) & (slots.length - 1);
        }

        private int next(int at) {
            return (at + 2) & (slots.length - 1);
        }

        Table doubled() {
            Table larger = new Table(slots.length);
            System.arraycopy(words, 0, larger.words, 0, words.length);
            System.arraycopy(others, 0, larger.others, 0, others.length);
            for (int at = 0; at < slots.length; at += 2) {
                if (slots[at + 1] != 0) {
                    larger.file(slots[at + 1], slots[at]);
                }
            }
            return larger;
        }
    }
}
