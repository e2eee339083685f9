package io.dyadwire.matcher.text;

import java.util.Arrays;

/** The words of one text while it is being cut, as parallel arrays; only the first {@code count} entries mean something. */
final class TokenArrays {
    int count;
    int[] start;
    int[] end;
    /** See {@link WordInfo}. */
    long[] word;

    int[] sentence;
    char[] before;

    TokenArrays(int textLength) {
        int expected = textLength / 5 + 8; // English has a word every six characters
        start = new int[expected];
        end = new int[expected];
        word = new long[expected];
        sentence = new int[expected];
        before = new char[expected];
    }

    /** A new word, in no sentence yet. */
    void add(int from, int to, char charBefore, long info) {
        if (count == start.length) {
            grow(count + count / 2 + 8);
        }
        start[count] = from;
        end[count] = to;
        before[count] = charBefore;
        word[count] = info;
        count++;
    }

    boolean has(int i, int flags) {
        return WordInfo.has(word[i], flags);
    }

    private void grow(int size) {
        start = Arrays.copyOf(start, size);
        end = Arrays.copyOf(end, size);
        word = Arrays.copyOf(word, size);
        sentence = Arrays.copyOf(sentence, size);
        before = Arrays.copyOf(before, size);
    }
}
