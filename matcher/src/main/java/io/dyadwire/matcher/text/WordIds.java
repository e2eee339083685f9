package io.dyadwire.matcher.text;

import java.nio.CharBuffer;

/** The two ids of one word after another, and its marks. Keeps a buffer, so one instance belongs to one thread. */
final class WordIds {
    private final Vocabulary vocabulary;
    private final WordFolder folder = new WordFolder();
    private boolean adding;
    private int exact;
    private int folded;

    WordIds(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Unknown words are added from now on. */
    WordIds adding() {
        adding = true;
        return this;
    }

    /** Of the word last looked at. */
    int exact() {
        return exact;
    }

    int folded() {
        return folded;
    }

    /** All that is known of it, with these flags. */
    long info(int flags) {
        return WordInfo.of(exact, folded, vocabulary.marksOf(exact, folded), flags);
    }

    /** Looks at the word in {@code chars[from, to)}; one that is too long has no ids. */
    void look(char[] chars, int from, int to, boolean dotted) {
        if (to - from > WordFolder.LONGEST) {
            exact = 0;
            folded = 0;
            return;
        }
        folder.fold(chars, from, to, dotted);
        lookUp();
    }

    /** The same for a word of ASCII letters and digits. */
    void lookAscii(char[] chars, int from, int to) {
        if (to - from > WordFolder.LONGEST) {
            exact = 0;
            folded = 0;
            return;
        }
        folder.foldAscii(chars, from, to);
        lookUp();
    }

    private void lookUp() {
        int length = folder.length();
        exact = id(length, folder.hash());
        folded = exact;
        if (folder.plain()) {
            int base = Inflection.base(folder.word(), length, folder.hash());
            if (base != Inflection.UNCHANGED) {
                folded = id(base, Vocabulary.hash(folder.word(), 0, base));
            }
        }
    }

    private int id(int length, int hash) {
        if (adding && length > 0) {
            return vocabulary.add(CharBuffer.wrap(folder.word(), 0, length));
        }
        return vocabulary.idOf(folder.word(), 0, length, hash);
    }
}
