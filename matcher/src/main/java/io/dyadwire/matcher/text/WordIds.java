package io.dyadwire.matcher.text;

import java.nio.CharBuffer;

/** The two ids of one word after another. Keeps a buffer, so one instance belongs to one cut. */
final class WordIds {
    private final Vocabulary vocabulary;
    private final WordFolder folder = new WordFolder();
    private boolean adding;

    int exact;
    int folded;

    WordIds(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Unknown words are added from now on. */
    WordIds adding() {
        adding = true;
        return this;
    }

    /** Sets {@link #exact} and {@link #folded} for the word in {@code chars[from, to)}. */
    void look(char[] chars, int from, int to, boolean dotted) {
        exact = 0;
        folded = 0;
        if (to - from > WordFolder.LONGEST) {
            return;
        }
        folder.fold(chars, from, to);
        if (dotted && folder.word()[folder.length() - 1] != '.') {
            folder.append('.');
        }
        exact = id(folder.length());
        folded = exact;
        if (folder.plain()) {
            int length = Inflection.base(folder.word(), folder.length());
            folded = id(length);
        }
    }

    private int id(int length) {
        if (adding && length > 0) {
            return vocabulary.add(CharBuffer.wrap(folder.word(), 0, length));
        }
        return vocabulary.idOf(folder.word(), 0, length);
    }
}
