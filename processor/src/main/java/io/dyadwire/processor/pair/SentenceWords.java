package io.dyadwire.processor.pair;

import io.dyadwire.matcher.text.Tokens;

/** The words of relation in one sentence, looked up once. Outside the sentence there are none. */
final class SentenceWords {
    private final int from;
    private final int[] lists;
    private final int all;

    SentenceWords(PairWords words, Tokens tokens, int sentence) {
        from = tokens.firstTokenOf(sentence);
        lists = new int[tokens.lastTokenOf(sentence) - from + 1];
        int seen = 0;
        for (int i = 0; i < lists.length; i++) {
            lists[i] = words.of(tokens, from + i);
            seen |= lists[i];
        }
        all = seen;
    }

    int from() {
        return from;
    }

    int to() {
        return from + lists.length - 1;
    }

    /** Whether some word of the sentence is on the list. */
    boolean has(int list) {
        return (all & list) != 0;
    }

    boolean at(int token, int list) {
        int i = token - from;
        return i >= 0 && i < lists.length && (lists[i] & list) != 0;
    }

    /** Whether one of the tokens from one to another, both included, is on the list. */
    boolean within(int first, int last, int list) {
        if (!has(list)) {
            return false;
        }
        int end = Math.min(last - from, lists.length - 1);
        for (int i = Math.max(0, first - from); i <= end; i++) {
            if ((lists[i] & list) != 0) {
                return true;
            }
        }
        return false;
    }
}
