package io.dyadwire.matcher.text;

import org.jspecify.annotations.Nullable;

/**
 * One pass over the characters of a text that finds its words and, between them, where its sentences end. Each character
 * is looked at a bounded number of times. Belongs to one cut.
 */
final class TextCut {
    private final String text;
    private final int length;

    /** The text, and a 0 after it at which the short loops stop. */
    private final char[] chars;

    private final WordIds ids;
    private final @Nullable WordMemo memo;
    private final WordEnds ends;
    private final AsciiMap ascii;
    private final TokenArrays words;
    private final SentenceSplitter sentences;
    private int at;

    /** The last mark since the word before, 0 if there is none. */
    private char before;

    /** What stands since the word before, see {@link GapKind}. */
    private int gap;

    TextCut(String text, WordIds ids, @Nullable WordMemo memo) {
        this.text = text;
        this.length = text.length();
        this.chars = new char[length + 1];
        text.getChars(0, length, chars, 0);
        this.ids = ids;
        this.memo = memo;
        this.ends = new WordEnds(chars, length);
        this.ascii = new AsciiMap(chars, length);
        this.words = new TokenArrays(length);
        this.sentences = new SentenceSplitter(chars, length, words);
    }

    Tokens tokens() {
        while (skipGap()) {
            if (chars[at] < 0x80) {
                asciiWord();
            } else {
                otherWord();
            }
        }
        return new Tokens(text, words, sentences.done());
    }

    /** Goes on to where the next word begins; false when there is none. */
    private boolean skipGap() {
        while (true) {
            int next = ascii.next(at);
            if (next > at + 1 || chars[at] != ' ') {
                readGap(at, next);
            }
            at = next;
            if (next >= length || chars[next] < 0x80) {
                return next < length;
            }
            int kind = GapKind.at(chars, next);
            if (kind == GapKind.WORD) {
                return true;
            }
            at += (kind & GapKind.PAIR) == 0 ? 1 : 2;
            before = (kind & GapKind.MARK) == 0 ? before : chars[at - 1];
            gap |= kind;
        }
    }

    private void readGap(int from, int to) {
        for (int i = from; i < to; i++) {
            int kind = GapKind.of(chars[i]);
            before = (kind & GapKind.MARK) == 0 ? before : chars[i];
            gap |= kind;
        }
    }

    /**
     * A word that begins with an ASCII letter or digit. Most have nothing else to their end and were seen before: they take
     * the short way.
     */
    private void asciiWord() {
        int from = at;
        int end = ascii.end(from);
        boolean spaceFollows = chars[end] == ' ';
        if (!spaceFollows && !isPlain(from, end)) {
            otherWord();
            return;
        }
        if (memo == null || end - from > WordMemo.LONGEST) {
            ids.lookAscii(chars, from, end);
            keep(from, end, WordFlags.ofAscii(chars, from, end));
        } else {
            recall(from, end, ascii.high(from, end), ascii.low(from, end));
        }
        if (!spaceFollows) {
            skipPossessive();
        }
    }

    /** Whether the ASCII letters and digits are a whole word, and no part of an abbreviation or a longer number. */
    private boolean isPlain(int from, int end) {
        if (CharKind.of(chars[from]) == CharKind.DIGIT) {
            return ends.isWhole(end) && !ends.numberGoesOn(end);
        }
        return ends.isWhole(end) && !(chars[end] == '.' && end == from + 1 && ends.dotted(from) > 0);
    }

    private void recall(int from, int to, long high, long low) {
        int slot = memo.find(high, low);
        if (slot < 0) {
            ids.lookAscii(chars, from, to);
            slot = memo.keep(high, low, ids, WordFlags.ofAscii(chars, from, to));
        }
        int i = words.add(from, to, before);
        words.exact[i] = memo.exact(slot);
        words.folded[i] = memo.folded(slot);
        words.marks[i] = memo.marks(slot);
        words.flags[i] = memo.flags(slot);
        done(i, to);
    }

    /** A word of any kind, the long way. */
    private void otherWord() {
        int from = at;
        byte kind = CharKind.at(chars, from);
        if (kind == CharKind.UNSPACED) {
            unspacedRun(from);
            return;
        }
        if (kind == CharKind.DIGIT) {
            look(from, ends.number(from), Tokens.NUMBER);
        } else {
            int capital = kind == CharKind.CAPITAL ? Tokens.CAPITAL : 0;
            int dottedEnd = ends.dotted(from);
            if (dottedEnd > 0) {
                look(from, dottedEnd, capital | Tokens.DOTTED);
            } else {
                look(from, ends.letters(from), capital);
            }
        }
        skipPossessive();
    }

    private void unspacedRun(int from) {
        int[] start = {from};
        UnspacedWords.ends(chars, from, ends.unspaced(from), end -> {
            look(start[0], end, 0);
            start[0] = end;
        });
    }

    private void skipPossessive() {
        if (at < length && ends.isPossessive(at)) {
            at += 2;
            before = '\'';
        }
    }

    private void look(int from, int to, int flags) {
        ids.look(chars, from, to, (flags & Tokens.DOTTED) != 0);
        keep(from, to, flags | WordFlags.ofAny(chars, from, to));
    }

    private void keep(int from, int to, int flags) {
        int i = words.add(from, to, before);
        words.exact[i] = ids.exact();
        words.folded[i] = ids.folded();
        words.marks[i] = ids.marks();
        words.flags[i] = (byte) flags;
        done(i, to);
    }

    private void done(int word, int end) {
        sentences.take(word, gap);
        at = end;
        before = 0;
        gap = 0;
    }
}
