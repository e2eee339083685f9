package io.dyadwire.matcher.text;

/**
 * Sentences of a text whose words are known; made for news English, harmless elsewhere.
 *
 * <p>A sentence ends at a blank line, at a full stop of a script that has its own, and at {@code . ! ? …} with space
 * after it, unless the next word is in lower case or the full stop belongs to an abbreviation, see
 * {@link Abbreviations}. Closing quotes and brackets right after the stop belong to the sentence that ends.
 */
final class SentenceSplitter {
    private static final String STOPS = ".!?\u2026";
    private static final String OWN_STOPS = "\u3002\uFF01\uFF1F\uFF61\uFE12\u061F\u06D4\u0964\u0965\u104B\u17D4\u0589";
    private static final String CLOSERS = "\"')]}\u201D\u2019\u00BB\u203A\u300D\u300F\uFF09\u3011\u300B";

    private final String text;
    private final TokenArrays words;
    private final SentenceArrays sentences = new SentenceArrays();
    private int paragraph;

    SentenceSplitter(String text, TokenArrays words) {
        this.text = text;
        this.words = words;
    }

    SentenceArrays split() {
        if (words.count == 0) {
            return sentences;
        }
        sentences.begin(0, skipSpace(0, words.start[0]), paragraph);
        for (int i = 1; i < words.count; i++) {
            if (mayEnd(i)) {
                endBefore(i);
            }
            words.sentence[i] = sentences.count - 1;
        }
        sentences.end(trimmed(words.end[words.count - 1], text.length()));
        return sentences;
    }

    /** Quick no for the usual case, one ASCII character between two words: a stop needs space after it. */
    private boolean mayEnd(int i) {
        int gap = words.start[i] - words.end[i - 1];
        return gap > 1
                || (gap == 1 && ((words.flags[i - 1] & Tokens.DOTTED) != 0 || text.charAt(words.end[i - 1]) >= 0x80));
    }

    private void endBefore(int i) {
        int from = words.end[i - 1];
        int to = words.start[i];
        int blank = blankLine(from, to);
        int stop = stopEnd(i, from, blank < 0 ? to : blank);
        if (blank >= 0) {
            paragraph++;
            sentences.end(trimmed(from, blank));
            sentences.begin(i, skipSpace(blank, to), paragraph);
        } else if (stop >= 0) {
            sentences.end(stop);
            sentences.begin(i, skipSpace(stop, to), paragraph);
        }
    }

    /** Where the sentence ends in the gap before word {@code i}: after stop and closers. -1 if it goes on. */
    private int stopEnd(int i, int from, int to) {
        boolean afterDotted = (words.flags[i - 1] & Tokens.DOTTED) != 0 && text.charAt(from - 1) == '.';
        int p = afterDotted ? from - 1 : from;
        while (p < to) {
            char c = text.charAt(p);
            boolean own = OWN_STOPS.indexOf(c) >= 0;
            if (!own && STOPS.indexOf(c) < 0) {
                p++;
                continue;
            }
            int end = closersEnd(p, to);
            if (own || (isSpaceAt(end, to) && ends(i, p, end))) {
                return end;
            }
            p = end;
        }
        return -1;
    }

    private boolean ends(int i, int stop, int end) {
        if (Character.isLowerCase(text.codePointAt(words.start[i]))) {
            return false;
        }
        boolean directlyAfterWord = stop <= words.end[i - 1];
        boolean oneFullStop =
                text.charAt(stop) == '.' && !(stop + 1 < end && STOPS.indexOf(text.charAt(stop + 1)) >= 0);
        return !(directlyAfterWord && oneFullStop) || !abbreviates(i);
    }

    private boolean abbreviates(int i) {
        String word = text.substring(words.start[i - 1], words.end[i - 1]);
        boolean dotted = (words.flags[i - 1] & Tokens.DOTTED) != 0;
        if (beginsSentence(i - 1) && (dotted || isShortNumber(i - 1))) {
            return true; // "U.S. Officials say", "3. Japan": hardly a sentence of its own
        }
        boolean beforeNumber = (words.flags[i] & Tokens.NUMBER) != 0;
        return Abbreviations.continues(word, dotted, beforeNumber, nextWord(i));
    }

    private boolean beginsSentence(int i) {
        return sentences.firstToken[sentences.count - 1] == i;
    }

    private boolean isShortNumber(int i) {
        return (words.flags[i] & Tokens.NUMBER) != 0 && words.end[i] - words.start[i] <= 2;
    }

    private String nextWord(int i) {
        return text.substring(words.start[i], Math.min(words.end[i], words.start[i] + 20));
    }

    private int closersEnd(int p, int to) {
        int end = p + 1;
        while (end < to && isStopOrCloser(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isStopOrCloser(char c) {
        return STOPS.indexOf(c) >= 0 || OWN_STOPS.indexOf(c) >= 0 || CLOSERS.indexOf(c) >= 0;
    }

    private boolean isSpaceAt(int i, int to) {
        return i < to && isSpace(text.charAt(i));
    }

    /** The first of two line ends with only spaces between them, or -1. */
    private int blankLine(int from, int to) {
        int firstOfTwo = -1;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\u2029') {
                return i;
            }
            if (c == '\n' || c == '\u2028' || (c == '\r' && !(i + 1 < to && text.charAt(i + 1) == '\n'))) {
                if (firstOfTwo >= 0) {
                    return firstOfTwo;
                }
                firstOfTwo = i;
            } else if (!isSpace(c)) {
                firstOfTwo = -1;
            }
        }
        return -1;
    }

    private int skipSpace(int from, int to) {
        int i = from;
        while (i < to && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The end of {@code [from, to)} without the space at its end. */
    private int trimmed(int from, int to) {
        int i = to;
        while (i > from && isSpace(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    private static boolean isSpace(char c) {
        return CharKind.of(c) == CharKind.SPACE;
    }
}
