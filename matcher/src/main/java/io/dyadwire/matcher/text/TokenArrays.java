package io.dyadwire.matcher.text;

import java.util.Arrays;

/** The words of one text while it is being cut, as parallel arrays; only the first {@code count} entries mean something. */
final class TokenArrays {
    int count;
    int[] start;
    int[] end;
    int[] exact;
    int[] folded;
    int[] marks;
    int[] sentence;
    byte[] flags;
    char[] before;

    TokenArrays(int textLength) {
        int expected = textLength / 5 + 8; // English has a word every six characters
        start = new int[expected];
        end = new int[expected];
        exact = new int[expected];
        folded = new int[expected];
        marks = new int[expected];
        sentence = new int[expected];
        flags = new byte[expected];
        before = new char[expected];
    }

    /** A new word; its ids and flags are 0 until set. Returns its index. */
    int add(int from, int to, char charBefore) {
        if (count == start.length) {
            grow(count + count / 2 + 8);
        }
        start[count] = from;
        end[count] = to;
        before[count] = charBefore;
        return count++;
    }

    private void grow(int size) {
        start = Arrays.copyOf(start, size);
        end = Arrays.copyOf(end, size);
        exact = Arrays.copyOf(exact, size);
        folded = Arrays.copyOf(folded, size);
        marks = Arrays.copyOf(marks, size);
        sentence = Arrays.copyOf(sentence, size);
        flags = Arrays.copyOf(flags, size);
        before = Arrays.copyOf(before, size);
    }
}
