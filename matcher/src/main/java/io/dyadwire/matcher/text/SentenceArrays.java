package io.dyadwire.matcher.text;

import java.util.Arrays;

/** The sentences of one text as parallel arrays; only the first {@code count} entries mean something. */
final class SentenceArrays {
    int count;
    int[] firstToken = new int[16];
    int[] from = new int[16];
    int[] to = new int[16];
    int[] paragraph = new int[16];

    /** Begins a sentence; its end is set when it is known. */
    void begin(int token, int offset, int inParagraph) {
        if (count == from.length) {
            firstToken = Arrays.copyOf(firstToken, count * 2);
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
            paragraph = Arrays.copyOf(paragraph, count * 2);
        }
        firstToken[count] = token;
        from[count] = offset;
        paragraph[count] = inParagraph;
        count++;
    }

    void end(int offset) {
        to[count - 1] = offset;
    }
}
