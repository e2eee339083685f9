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

    private final char[] text;
    private final int length;
    private final TokenArrays words;
    private final SentenceArrays sentences = new SentenceArrays();
    private int paragraph;

    SentenceSplitter(char[] text, int length, TokenArrays words) {
        this.text = text;
        this.length = length;
        this.words = words;
    }

    /**
     * Takes the word that was added last.
     *
     * @param gap what stands before it, see {@link GapKind}; 0 when it only parts two words
     */
    void take(int gap) {
        int word = words.count - 1;
        if ((gap & GapKind.FIRST) != 0) {
            sentences.begin(0, skipSpace(0, words.start[0]), paragraph);
        } else if (gap != 0 && mayEnd(word, gap)) {
            endBefore(word);
        }
        words.sentence[word] = sentences.count - 1;
    }

    /** There are no more words. */
    SentenceArrays done() {
        if (words.count > 0) {
            sentences.end(trimmed(words.end[words.count - 1], length));
        }
        return sentences;
    }

    /** Quick no for most words. A stop needs space after it, and a blank line has two ends. */
    private boolean mayEnd(int word, int gap) {
        int width = words.start[word] - words.end[word - 1];
        return (width > 1 && (gap & (GapKind.STOP | GapKind.LINE)) != 0)
                || (width > 0 && (gap & (GapKind.FOREIGN | GapKind.DOTTED)) != 0);
    }

    private boolean isDotted(int word) {
        return words.has(word, Tokens.DOTTED);
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
        boolean afterDotted = isDotted(i - 1) && text[from - 1] == '.';
        int p = afterDotted ? from - 1 : from;
        while (p < to) {
            char c = text[p];
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
        if (Character.isLowerCase(Character.codePointAt(text, words.start[i], length))) {
            return false;
        }
        boolean directlyAfterWord = stop <= words.end[i - 1];
        boolean oneFullStop = text[stop] == '.' && !(stop + 1 < end && STOPS.indexOf(text[stop + 1]) >= 0);
        return !(directlyAfterWord && oneFullStop) || !abbreviates(i);
    }

    private boolean abbreviates(int i) {
        boolean dotted = isDotted(i - 1);
        if (beginsSentence(i - 1) && (dotted || isShortNumber(i - 1))) {
            return true; // "U.S. Officials say", "3. Japan": hardly a sentence of its own
        }
        return Abbreviations.continues(
                WordInfo.flags(words.word[i - 1]), dotted || isInitial(i - 1), WordInfo.flags(words.word[i]));
    }

    private boolean isInitial(int i) {
        return words.end[i] - words.start[i] == 1 && Character.isUpperCase(text[words.start[i]]);
    }

    private boolean beginsSentence(int i) {
        return sentences.firstToken[sentences.count - 1] == i;
    }

    private boolean isShortNumber(int i) {
        return words.has(i, Tokens.NUMBER) && words.end[i] - words.start[i] <= 2;
    }

    private int closersEnd(int p, int to) {
        int end = p + 1;
        while (end < to && isStopOrCloser(text[end])) {
            end++;
        }
        return end;
    }

    private static boolean isStopOrCloser(char c) {
        return STOPS.indexOf(c) >= 0 || OWN_STOPS.indexOf(c) >= 0 || CLOSERS.indexOf(c) >= 0;
    }

    private boolean isSpaceAt(int i, int to) {
        return i < to && isSpace(text[i]);
    }

    /** The first of two line ends with only spaces between them, or -1. */
    private int blankLine(int from, int to) {
        int firstOfTwo = -1;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c == '\u2029') {
                return i;
            }
            if (c == '\n' || c == '\u2028' || (c == '\r' && !(i + 1 < to && text[i + 1] == '\n'))) {
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
        while (i < to && isSpace(text[i])) {
            i++;
        }
        return i;
    }

    /** The end of {@code [from, to)} without the space at its end. */
    private int trimmed(int from, int to) {
        int i = to;
        while (i > from && isSpace(text[i - 1])) {
            i--;
        }
        return i;
    }

    private static boolean isSpace(char c) {
        return CharKind.of(c) == CharKind.SPACE;
    }
}
