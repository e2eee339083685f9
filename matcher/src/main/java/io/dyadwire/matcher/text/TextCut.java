package io.dyadwire.matcher.text;

import org.jspecify.annotations.Nullable;

/**
 * One pass over the characters of a text that finds its words. Each character is looked at a bounded number of times.
 * Belongs to one cut.
 */
final class TextCut {
    private final char[] chars;
    private final WordIds ids;
    private final @Nullable WordMemo memo;
    private final TokenArrays words;
    private int at;
    private char before;

    TextCut(String text, WordIds ids, @Nullable WordMemo memo) {
        this.chars = text.toCharArray();
        this.ids = ids;
        this.memo = memo;
        this.words = new TokenArrays(chars.length);
    }

    TokenArrays words() {
        while (at < chars.length) {
            byte kind = CharKind.at(chars, at);
            switch (kind) {
                case CharKind.LETTER, CharKind.CAPITAL -> word(kind);
                case CharKind.DIGIT -> number();
                case CharKind.UNSPACED -> unspacedRun();
                case CharKind.OTHER -> {
                    at += width(at);
                    before = chars[at - 1];
                }
                default -> at += width(at);
            }
        }
        return words;
    }

    private void word(byte firstKind) {
        int from = at;
        if (!asciiWord(from)) {
            int dottedEnd = dottedEnd(from);
            at = dottedEnd > 0 ? dottedEnd : lettersEnd(from);
            add(from, at, dottedEnd > 0 ? Tokens.DOTTED : 0);
        }
        if (firstKind == CharKind.CAPITAL) {
            words.flags[words.count - 1] |= Tokens.CAPITAL;
        }
        if (at < chars.length && chars[at] != ' ') {
            skipPossessive();
        }
    }

    /**
     * Takes a word of ASCII letters and digits from {@code from} on, when it is plain where it ends: most words are such,
     * and this is the short way. False when it is another kind of word.
     */
    private boolean asciiWord(int from) {
        char[] text = chars;
        long high = 0;
        long low = 0;
        int end = from;
        while (end < text.length && CharKind.isAsciiWord(text[end])) {
            high = high << Byte.SIZE | low >>> (Long.SIZE - Byte.SIZE);
            low = low << Byte.SIZE | text[end++];
        }
        if (end < text.length) {
            char next = text[end];
            if (next >= 0x80 || next == '\'' || (next == '.' && end == from + 1)) {
                return false;
            }
        }
        at = end;
        if (memo == null || end - from > WordMemo.LONGEST) {
            keep(from, end, lookAscii(from, end));
        } else {
            recall(from, end, high, low);
        }
        return true;
    }

    private void recall(int from, int to, long high, long low) {
        int slot = WordMemo.slot(high, low);
        if (!memo.holds(slot, high, low)) {
            byte flags = lookAscii(from, to);
            memo.keep(slot, high, low, ids.exact(), ids.folded(), flags);
        }
        int i = words.add(from, to, before);
        words.exact[i] = memo.exact(slot);
        words.folded[i] = memo.folded(slot);
        words.flags[i] = memo.flags(slot);
        before = 0;
    }

    /** Looks the word up the long way; returns its flags. */
    private byte lookAscii(int from, int to) {
        int kinds = 0;
        for (int i = from; i < to; i++) {
            kinds |= 1 << CharKind.of(chars[i]);
        }
        boolean noSmallLetter = (kinds & 1 << CharKind.LETTER) == 0;
        boolean hasDigit = (kinds & 1 << CharKind.DIGIT) != 0;
        ids.lookAscii(chars, from, to, hasDigit);
        return noSmallLetter && allCaps(from, to) ? Tokens.ALL_CAPS : 0;
    }

    private void number() {
        int from = at;
        at = lettersEnd(numberEnd(from));
        add(from, at, Tokens.NUMBER);
        skipPossessive();
    }

    private void unspacedRun() {
        int from = at;
        at = wordStart(runEnd(from)); // leaves out invisible characters at the end
        int[] start = {from};
        UnspacedWords.ends(chars, from, at, end -> {
            add(start[0], end, 0);
            start[0] = end;
        });
    }

    /** The end of the letters, digits and marks from {@code i} on, with apostrophes between letters. */
    private int lettersEnd(int i) {
        int end = i;
        boolean afterLetter = false;
        while (i < chars.length) {
            byte kind = CharKind.at(chars, i);
            if (CharKind.isWord(kind)) {
                i += width(i);
                end = i;
                afterLetter = CharKind.isLetter(kind);
            } else if (kind == CharKind.MARK) {
                i += width(i);
                end = i;
            } else if (kind == CharKind.FORMAT) {
                i += width(i);
            } else if (afterLetter && joins(i)) {
                i++;
            } else {
                break;
            }
        }
        return end;
    }

    private int runEnd(int i) {
        while (i < chars.length) {
            byte kind = CharKind.at(chars, i);
            if (kind != CharKind.UNSPACED && kind != CharKind.MARK && kind != CharKind.FORMAT) {
                break;
            }
            i += width(i);
        }
        return i;
    }

    private int wordStart(int end) {
        while (CharKind.of(chars[end - 1]) == CharKind.FORMAT) {
            end--;
        }
        return end;
    }

    /** An apostrophe with a letter after it that is not a possessive 's. */
    private boolean joins(int i) {
        return isApostrophe(i)
                && i + 1 < chars.length
                && CharKind.isLetter(CharKind.at(chars, i + 1))
                && !isPossessive(i);
    }

    private boolean isPossessive(int i) {
        return i + 1 < chars.length
                && isApostrophe(i)
                && (chars[i + 1] == 's' || chars[i + 1] == 'S')
                && !(i + 2 < chars.length && continuesWord(i + 2));
    }

    private boolean continuesWord(int i) {
        byte kind = CharKind.at(chars, i);
        return CharKind.isWord(kind) || kind == CharKind.MARK;
    }

    private boolean isApostrophe(int i) {
        return chars[i] == '\'' || chars[i] == '\u2019';
    }

    private void skipPossessive() {
        if (at < chars.length && isPossessive(at)) {
            at += 2;
            before = '\'';
        }
    }

    /** The end of "U.S." or "U.S" from {@code i} on, or -1: two single letters or more, each with a dot between. */
    private int dottedEnd(int i) {
        int letters = 0;
        while (i + 1 < chars.length && CharKind.isLetter(CharKind.of(chars[i])) && chars[i + 1] == '.') {
            letters++;
            i += 2;
        }
        boolean lastLetterBare = letters > 0
                && i < chars.length
                && CharKind.isLetter(CharKind.of(chars[i]))
                && !(i + 1 < chars.length && continuesWord(i + 1));
        if (lastLetterBare) {
            return i + 1;
        }
        return letters > 1 ? i : -1;
    }

    /**
     * The end of the digits from {@code i} on, with thousands ("1,400", "1.400.000") or one decimal part ("3.5").
     * "24.8.2019" ends after 24.
     */
    private int numberEnd(int i) {
        int end = digitsEnd(i);
        if (continuesDottedDate(i)) {
            return end;
        }
        int grouped = groupsEnd(end);
        int decimals = decimalsEnd(grouped);
        return decimals > grouped && startsPart(decimals) ? grouped : decimals;
    }

    /** At the 8 of "24.8.2019". */
    private boolean continuesDottedDate(int i) {
        return i > 1 && chars[i - 1] == '.' && CharKind.of(chars[i - 2]) == CharKind.DIGIT;
    }

    private int groupsEnd(int end) {
        if (end >= chars.length || (chars[end] != ',' && chars[end] != '.')) {
            return end;
        }
        char separator = chars[end];
        int grouped = end;
        while (grouped < chars.length && chars[grouped] == separator && digitsEnd(grouped + 1) == grouped + 4) {
            grouped += 4;
        }
        return grouped;
    }

    private int decimalsEnd(int end) {
        return end < chars.length && chars[end] == '.' ? Math.max(end, digitsEnd(end + 1, end)) : end;
    }

    private boolean startsPart(int i) {
        return i + 1 < chars.length && chars[i] == '.' && CharKind.of(chars[i + 1]) == CharKind.DIGIT;
    }

    private int digitsEnd(int i) {
        return digitsEnd(i, i);
    }

    /** The end of the digits from {@code i} on, or {@code none} when there is no digit. */
    private int digitsEnd(int i, int none) {
        int end = i;
        while (end < chars.length && CharKind.at(chars, end) == CharKind.DIGIT) {
            end += width(end);
        }
        return end > i ? end : none;
    }

    private void add(int from, int to, int flags) {
        ids.look(chars, from, to, (flags & Tokens.DOTTED) != 0);
        keep(from, to, flags | (allCaps(from, to) ? Tokens.ALL_CAPS : 0));
    }

    private void keep(int from, int to, int flags) {
        int i = words.add(from, to, before);
        words.exact[i] = ids.exact();
        words.folded[i] = ids.folded();
        words.flags[i] = (byte) flags;
        before = 0;
    }

    private boolean allCaps(int from, int to) {
        int capitals = 0;
        for (int i = from; i < to; i++) {
            byte kind = CharKind.of(chars[i]);
            if (kind == CharKind.CAPITAL) {
                capitals++;
            } else if (kind == CharKind.LETTER) {
                return false;
            }
        }
        return capitals > 1;
    }

    private int width(int i) {
        return CharKind.isPair(chars, i) ? 2 : 1;
    }
}
