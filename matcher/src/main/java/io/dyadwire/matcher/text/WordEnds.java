package io.dyadwire.matcher.text;

/**
 * Where a word ends in a row of characters. Every method takes where the word, or the rest of it, begins; ends are
 * exclusive. Looks at each character a bounded number of times.
 */
final class WordEnds {
    private final char[] chars;
    private final int length;

    /** Of {@code chars[0, length)}. */
    WordEnds(char[] chars, int length) {
        this.chars = chars;
        this.length = length;
    }

    /** The end of the letters, digits and marks from {@code i} on, with apostrophes between letters. */
    int letters(int i) {
        int end = i;
        boolean afterLetter = false;
        while (i < length) {
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

    /**
     * Whether a run of ASCII letters and digits is the whole word, {@code end} being where it ends: nothing there belongs
     * to it.
     */
    boolean isWhole(int end) {
        char next = chars[end];
        if (next == '\'' || next == '\u2019') {
            return !(CharKind.isLetter(CharKind.of(chars[end - 1])) && joins(end));
        }
        if (next < 0x80 || end == length) {
            return true;
        }
        byte kind = CharKind.at(chars, end);
        return kind == CharKind.OTHER || kind == CharKind.SPACE || kind == CharKind.UNSPACED;
    }

    /** The end of the letters of a script without spaces from {@code i} on, without invisible characters at the end. */
    int unspaced(int i) {
        int end = i;
        while (end < length) {
            byte kind = CharKind.at(chars, end);
            if (kind != CharKind.UNSPACED && kind != CharKind.MARK && kind != CharKind.FORMAT) {
                break;
            }
            end += width(end);
        }
        while (CharKind.of(chars[end - 1]) == CharKind.FORMAT) {
            end--;
        }
        return end;
    }

    /** The end of "U.S." or "U.S" from {@code i} on, or -1: two single letters or more, each with a dot between. */
    int dotted(int i) {
        int letters = 0;
        while (i + 1 < length && CharKind.isLetter(CharKind.of(chars[i])) && chars[i + 1] == '.') {
            letters++;
            i += 2;
        }
        boolean lastLetterBare = letters > 0
                && i < length
                && CharKind.isLetter(CharKind.of(chars[i]))
                && !(i + 1 < length && continuesWord(i + 1));
        if (lastLetterBare) {
            return i + 1;
        }
        return letters > 1 ? i : -1;
    }

    /** The end of the word that the digits from {@code i} on begin: "1,400", "3.5bn", "24th". */
    int number(int i) {
        return letters(digitsWithMarks(i));
    }

    /** Whether a number goes on over the mark at {@code end}: "1,400", "3.5". */
    boolean numberGoesOn(int end) {
        return (chars[end] == ',' || chars[end] == '.')
                && end + 1 < length
                && CharKind.at(chars, end + 1) == CharKind.DIGIT;
    }

    boolean isPossessive(int i) {
        return i + 1 < length
                && isApostrophe(i)
                && (chars[i + 1] == 's' || chars[i + 1] == 'S')
                && !(i + 2 < length && continuesWord(i + 2));
    }

    /** An apostrophe with a letter after it that is not a possessive 's. */
    private boolean joins(int i) {
        return isApostrophe(i) && i + 1 < length && CharKind.isLetter(CharKind.at(chars, i + 1)) && !isPossessive(i);
    }

    private boolean continuesWord(int i) {
        byte kind = CharKind.at(chars, i);
        return CharKind.isWord(kind) || kind == CharKind.MARK;
    }

    private boolean isApostrophe(int i) {
        return chars[i] == '\'' || chars[i] == '\u2019';
    }

    /**
     * The end of the digits from {@code i} on, with thousands ("1,400", "1.400.000") or one decimal part ("3.5").
     * "24.8.2019" ends after 24.
     */
    private int digitsWithMarks(int i) {
        int end = digits(i);
        if (continuesDottedDate(i)) {
            return end;
        }
        int grouped = groups(end);
        int decimals = decimals(grouped);
        return decimals > grouped && startsPart(decimals) ? grouped : decimals;
    }

    /** At the 8 of "24.8.2019". */
    private boolean continuesDottedDate(int i) {
        return i > 1 && chars[i - 1] == '.' && CharKind.of(chars[i - 2]) == CharKind.DIGIT;
    }

    private int groups(int end) {
        if (end >= length || (chars[end] != ',' && chars[end] != '.')) {
            return end;
        }
        char separator = chars[end];
        int grouped = end;
        while (grouped < length && chars[grouped] == separator && digits(grouped + 1) == grouped + 4) {
            grouped += 4;
        }
        return grouped;
    }

    private int decimals(int end) {
        return end < length && chars[end] == '.' ? Math.max(end, digits(end + 1, end)) : end;
    }

    private boolean startsPart(int i) {
        return i + 1 < length && chars[i] == '.' && CharKind.of(chars[i + 1]) == CharKind.DIGIT;
    }

    private int digits(int i) {
        return digits(i, i);
    }

    /** The end of the digits from {@code i} on, or {@code none} when there is no digit. */
    private int digits(int i, int none) {
        int end = i;
        while (end < length && CharKind.at(chars, end) == CharKind.DIGIT) {
            end += width(end);
        }
        return end > i ? end : none;
    }

    private int width(int i) {
        return CharKind.isPair(chars, i) ? 2 : 1;
    }
}
