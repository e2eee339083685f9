package io.dyadwire.matcher.text;

/**
 * Words of ASCII letters and digits alone, parted by single spaces: most of what is asked for. Their ids are those that
 * {@link Tokenizer#cutAndAdd} gives, with less ado; a hundred thousand queries are read when a program starts, before the
 * JVM has warmed to it.
 */
public final class PlainWords {
    private final WordIds ids;
    private final char[] word = new char[WordFolder.LONGEST];

    /** Adds words to this vocabulary. Belongs to one thread. */
    public PlainWords(Vocabulary vocabulary) {
        this.ids = new WordIds(vocabulary).adding();
    }

    /** How many words this text is, if it is such words only and none is too long to have an id; else 0. */
    public static int count(String text) {
        int count = 1;
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' && length > 0) {
                count++;
                length = 0;
            } else if (!isLetterOrDigit(c) || ++length > WordFolder.LONGEST) {
                return 0;
            }
        }
        return length > 0 ? count : 0;
    }

    private static boolean isLetterOrDigit(char c) {
        int small = c | 0x20;
        return (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9');
    }

    /** Where the word that begins here ends, exclusive. */
    public static int end(String text, int from) {
        int end = text.indexOf(' ', from);
        return end < 0 ? text.length() : end;
    }

    /** Looks at one of the words; its ids are then {@link #exact} and {@link #folded}. */
    public void add(String text, int from, int to) {
        text.getChars(from, to, word, 0);
        ids.lookAscii(word, 0, to - from);
    }

    /** See {@link Tokens#exact}. */
    public int exact() {
        return ids.exact();
    }

    /** See {@link Tokens#folded}. */
    public int folded() {
        return ids.folded();
    }
}
