package io.dyadwire.matcher.text;

/**
 * What is known of a word of a text, in one long: its two ids, the marks on it, and its flags as {@link Tokens} and
 * {@link Abbreviations} name them.
 */
final class WordInfo {
    /** No word has this. */
    static final long NONE = -1;

    /** An id is below this. */
    static final int MOST_IDS = 1 << 24;

    /** How many marks there are. */
    static final int MARKS = Byte.SIZE;

    private static final int MARKS_AT = 8;
    private static final int FOLDED_AT = 16;
    private static final int EXACT_AT = 40;

    private WordInfo() {}

    static long of(int exact, int folded, int marks, int flags) {
        return ((long) exact << EXACT_AT) | ((long) folded << FOLDED_AT) | ((long) marks << MARKS_AT) | flags;
    }

    static int exact(long word) {
        return (int) (word >>> EXACT_AT);
    }

    static int folded(long word) {
        return (int) (word >>> FOLDED_AT) & (MOST_IDS - 1);
    }

    /** Whether the word has one of these marks. */
    static boolean marked(long word, int marks) {
        return (word & ((long) marks << MARKS_AT)) != 0;
    }

    /** Whether the word has one of these flags. */
    static boolean has(long word, int flags) {
        return (word & flags) != 0;
    }

    /** All its flags. */
    static int flags(long word) {
        return (int) word & ((1 << MARKS_AT) - 1);
    }
}
