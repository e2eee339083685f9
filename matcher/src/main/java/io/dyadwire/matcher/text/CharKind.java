package io.dyadwire.matcher.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UScript;

/** What a character is to the tokenizer. From ICU's Unicode data, so that it is the same on every JDK. */
final class CharKind {
    static final byte OTHER = 0;
    static final byte SPACE = 1;
    static final byte LETTER = 2;
    static final byte CAPITAL = 3;
    static final byte DIGIT = 4;
    /** Combining marks: part of the word they follow, nothing by themselves. */
    static final byte MARK = 5;
    /** Invisible: soft hyphens, joiners, direction marks. Inside a word they join, around it they are not there. */
    static final byte FORMAT = 6;
    /** Letters of scripts written without spaces: Han, Kana, Thai, Lao, Khmer, Burmese. */
    static final byte UNSPACED = 7;

    static final byte SURROGATE = 8;

    private static final byte[] BMP = table();

    private CharKind() {}

    static byte of(char c) {
        return BMP[c];
    }

    /** The kind at {@code i}, looking at both halves of a pair. A lone surrogate is OTHER. */
    static byte at(char[] chars, int i) {
        byte kind = BMP[chars[i]];
        if (kind != SURROGATE) {
            return kind;
        }
        return isPair(chars, i) ? ofCodePoint(Character.toCodePoint(chars[i], chars[i + 1])) : OTHER;
    }

    static boolean isPair(char[] chars, int i) {
        return Character.isHighSurrogate(chars[i]) && i + 1 < chars.length && Character.isLowSurrogate(chars[i + 1]);
    }

    static boolean isWord(byte kind) {
        return kind == LETTER || kind == CAPITAL || kind == DIGIT;
    }

    static boolean isLetter(byte kind) {
        return kind == LETTER || kind == CAPITAL;
    }

    private static byte[] table() {
        byte[] kinds = new byte[Character.MAX_VALUE + 1];
        for (int c = 0; c < kinds.length; c++) {
            kinds[c] = Character.isSurrogate((char) c) ? SURROGATE : ofCodePoint(c);
        }
        return kinds;
    }

    private static byte ofCodePoint(int c) {
        if (UCharacter.isUWhiteSpace(c)) {
            return SPACE;
        }
        int type = UCharacter.getType(c);
        if (type == UCharacterCategory.DECIMAL_DIGIT_NUMBER) {
            return DIGIT;
        }
        if (isUnspaced(c, type)) {
            return UNSPACED;
        }
        return switch (type) {
            case UCharacterCategory.UPPERCASE_LETTER, UCharacterCategory.TITLECASE_LETTER -> CAPITAL;
            case UCharacterCategory.LOWERCASE_LETTER,
                    UCharacterCategory.MODIFIER_LETTER,
                    UCharacterCategory.OTHER_LETTER,
                    UCharacterCategory.LETTER_NUMBER -> LETTER;
            case UCharacterCategory.NON_SPACING_MARK,
                    UCharacterCategory.COMBINING_SPACING_MARK,
                    UCharacterCategory.ENCLOSING_MARK -> MARK;
            case UCharacterCategory.FORMAT -> FORMAT;
            default -> OTHER;
        };
    }

    private static boolean isUnspaced(int c, int type) {
        if (c == 0x30FC || c == 0xFF70) {
            return true; // the long-vowel mark, whose script is "common"
        }
        boolean inWords = UCharacter.isLetter(c)
                || type == UCharacterCategory.LETTER_NUMBER
                || type == UCharacterCategory.NON_SPACING_MARK
                || type == UCharacterCategory.COMBINING_SPACING_MARK;
        return inWords
                && switch (UScript.getScript(c)) {
                    case UScript.HAN,
                            UScript.HIRAGANA,
                            UScript.KATAKANA,
                            UScript.BOPOMOFO,
                            UScript.THAI,
                            UScript.LAO,
                            UScript.KHMER,
                            UScript.MYANMAR -> true;
                    default -> false;
                };
    }
}
