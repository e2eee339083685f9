package io.dyadwire.matcher.text;

import org.jspecify.annotations.Nullable;

/**
 * One pass over the characters of a text that finds its words and, between them, where its sentences end. Each character
 * is looked at a bounded number of times. Belongs to one thread, which cuts one text after the other with it.
 */
final class TextCut {
    /** Room for a longer text is not kept for the next one. */
    private static final int KEPT = 100_000;

    private final WordIds ids;
    private final @Nullable WordMemo memo;
    private AsciiMap ascii = new AsciiMap();

    /** The text, and a 0 after it at which the short loops stop. */
    private char[] chars = {0};

    private int length;
    private WordEnds ends = new WordEnds(chars, 0);
    private TokenArrays words = new TokenArrays(0);
    private SentenceSplitter sentences = new SentenceSplitter(chars, 0, words);
    private int at;

    /** The last mark since the word before, 0 if there is none. */
    private char before;

    /** What stands since the word before, see {@link GapKind}. */
    private int gap;

    /** @param memo what is known of words already, null to look at each anew */
    TextCut(WordIds ids, @Nullable WordMemo memo) {
        this.ids = ids;
        this.memo = memo;
    }

    Tokens cut(String text) {
        begin(text);
        while (skipGap()) {
            if (chars[at] < 0x80) {
                asciiWord();
            } else {
                otherWord();
            }
        }
        return new Tokens(text, words, sentences.done());
    }

    private void begin(String text) {
        length = text.length();
        if (chars.length <= length || chars.length > KEPT) {
            chars = new char[length + length / 2 + 1];
            ascii = new AsciiMap();
        }
        text.getChars(0, length, chars, 0);
        chars[length] = 0;
        ascii.read(chars, length);
        ends = new WordEnds(chars, length);
        words = new TokenArrays(length);
        sentences = new SentenceSplitter(chars, length, words);
        at = 0;
        before = 0;
        gap = GapKind.FIRST;
        if (memo != null) {
            memo.bringUpToDate();
        }
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
        keep(from, end, asciiInfo(from, end));
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

    private long asciiInfo(int from, int to) {
        if (memo == null || to - from > WordMemo.LONGEST) {
            return lookAscii(from, to);
        }
        if (to - from <= WordMemo.SHORT) {
            long word = ascii.packed(from, to);
            long known = memo.find(word);
            if (known != WordInfo.NONE) {
                return known;
            }
            long info = lookAscii(from, to);
            memo.keep(word, info);
            return info;
        }
        long low = ascii.packed(from, from + WordMemo.SHORT);
        long high = ascii.packed(from + WordMemo.SHORT, to);
        long known = memo.find(high, low);
        if (known != WordInfo.NONE) {
            return known;
        }
        long info = lookAscii(from, to);
        memo.keep(high, low, info);
        return info;
    }

    private long lookAscii(int from, int to) {
        ids.lookAscii(chars, from, to);
        return ids.info(WordFlags.ofAscii(chars, from, to));
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
        keep(from, to, ids.info(flags | WordFlags.ofAny(chars, from, to)));
    }

    private void keep(int from, int to, long info) {
        words.add(from, to, before, info);
        sentences.take(gap);
        at = to;
        before = 0;
        gap = WordInfo.has(info, Tokens.DOTTED) ? GapKind.DOTTED : 0;
    }
}
