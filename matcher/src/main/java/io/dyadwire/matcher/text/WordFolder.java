package io.dyadwire.matcher.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;

/**
 * One word with case and accents folded: "São" and "SAO" become "sao", full-width "ＵＳ" becomes "us", "O’Brien"
 * becomes "o'brien". Latin, Greek and Cyrillic lose their marks, Hebrew and Arabic their vowel points; Hangul and
 * the Indic scripts, where marks are letters, are only brought to one normal form. Decimal digits become ASCII.
 *
 * <p>Holds its result, so one instance belongs to one thread. Source: Unicode NFKC_Casefold (UAX 44) and NFD (UAX 15).
 */
final class WordFolder {
    /** A longer "word" is noise: it gets no id, and normalising it could take quadratic time. UTF-16 units. */
    static final int LONGEST = 200;

    private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final char DROP = '\uFFFE';
    private static final char UNSURE = '\uFFFF';
    private static final String[] STROKES = {
        "øo", "łl", "đd", "ħh", "ıi", "ðd", "ŧt", "ƀb", "ƶz", "’'",
    };
    private static final char[] ONE_TO_ONE = table();

    private char[] word = new char[64];
    private int length;
    private int hash;
    private boolean plain;

    /** Room for at least eight more characters than {@link #length()}. */
    char[] word() {
        return word;
    }

    int length() {
        return length;
    }

    /** What {@link Vocabulary#hash} says of the folded word. */
    int hash() {
        return hash;
    }

    /** True when the folded word is made of a to z only. */
    boolean plain() {
        return plain;
    }

    /** Folds {@code chars[from, to)}, at most {@link #LONGEST} of them, all ASCII letters and digits: most words. */
    void foldAscii(char[] chars, int from, int to) {
        makeRoom(to - from);
        char[] target = word;
        int n = 0;
        int sum = 0;
        boolean onlyLetters = true;
        for (int i = from; i < to; i++) {
            char c = chars[i];
            char folded = c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
            onlyLetters &= folded >= 'a';
            target[n++] = folded;
            sum = 31 * sum + folded;
        }
        length = n;
        hash = Vocabulary.mixed(sum);
        plain = onlyLetters;
    }

    /** Folds {@code chars[from, to)}, at most {@link #LONGEST} of them. {@code dotted}: "U.S" becomes "u.s." too. */
    void fold(char[] chars, int from, int to, boolean dotted) {
        fold(chars, from, to);
        if (dotted && length > 0 && word[length - 1] != '.') {
            append('.');
        }
        hash = Vocabulary.hash(word, 0, length);
    }

    private void fold(char[] chars, int from, int to) {
        makeRoom(to - from);
        int n = 0;
        boolean onlyLetters = true;
        for (int i = from; i < to; i++) {
            char c = chars[i];
            char folded = c < ONE_TO_ONE.length ? ONE_TO_ONE[c] : UNSURE;
            if (folded == UNSURE) {
                foldWhole(new String(chars, from, to - from));
                return;
            }
            if (folded != DROP) {
                onlyLetters &= folded >= 'a' && folded <= 'z';
                word[n++] = folded;
            }
        }
        length = n;
        plain = onlyLetters;
    }

    private void append(char c) {
        word[length++] = c;
    }

    private void foldWhole(String text) {
        String folded = CASEFOLD.normalize(text);
        makeRoom(folded.length() * 2);
        length = 0;
        for (int i = 0; i < folded.length(); i++) {
            emit(folded.charAt(i));
        }
        plain = false;
    }

    private void emit(char c) {
        char known = c < ONE_TO_ONE.length ? ONE_TO_ONE[c] : UNSURE;
        if (known == DROP || isVowelPoint(c)) {
            return;
        }
        if (known != UNSURE) {
            append(known);
            return;
        }
        switch (c) {
            case 'æ' -> emitBoth('a', 'e');
            case 'œ' -> emitBoth('o', 'e');
            case 'þ' -> emitBoth('t', 'h');
            default -> append(UCharacter.digit(c, 10) >= 0 ? (char) ('0' + UCharacter.digit(c, 10)) : c);
        }
    }

    private void emitBoth(char first, char second) {
        append(first);
        append(second);
    }

    private void makeRoom(int chars) {
        if (word.length < chars + 16) {
            word = new char[chars + 64];
        }
    }

    /** Hebrew points, Arabic vowel signs and the Arabic stretching stroke, which careful and careless writers differ in. */
    private static boolean isVowelPoint(char c) {
        return (c >= 0x0591 && c <= 0x05C7 && UCharacter.getType(c) == UCharacterCategory.NON_SPACING_MARK)
                || (c >= 0x064B && c <= 0x065F)
                || c == 0x0670
                || c == 0x0640;
    }

    /** Latin, Greek and Cyrillic, Latin Extended Additional and Greek Extended, and the typographic apostrophe. */
    private static char[] table() {
        char[] table = new char[0x201A];
        Arrays.fill(table, UNSURE);
        for (int c = 0; c < table.length; c++) {
            if (c < 0x0530 || (c >= 0x1E00 && c < 0x2000)) {
                table[c] = oneToOne(c);
            }
        }
        for (String stroke : STROKES) {
            table[stroke.charAt(0)] = stroke.charAt(1);
            table[Character.toUpperCase(stroke.charAt(0))] = stroke.charAt(1);
        }
        table['I'] = 'i'; // the upper case of both i and dotless i
        for (char c : new char[] {'æ', 'œ', 'þ', 'Æ', 'Œ', 'Þ'}) {
            table[c] = UNSURE;
        }
        return table;
    }

    private static char oneToOne(int c) {
        String folded = Normalizer2.getNFDInstance().normalize(CASEFOLD.normalize(Character.toString(c)));
        String bare = folded.codePoints()
                .filter(x -> UCharacter.getType(x) != UCharacterCategory.NON_SPACING_MARK)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (bare.isEmpty()) {
            return DROP;
        }
        return bare.length() == 1 ? bare.charAt(0) : UNSURE;
    }
}
