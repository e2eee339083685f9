package io.dyadwire.matcher.text;

/** What a word looks like, as the bits of {@link Tokens} and {@link Abbreviations}. */
final class WordFlags {
    private WordFlags() {}

    /** Of a word of ASCII letters and digits. */
    static int ofAscii(char[] chars, int from, int to) {
        int first =
                switch (CharKind.of(chars[from])) {
                    case CharKind.CAPITAL -> Tokens.CAPITAL;
                    case CharKind.DIGIT -> Tokens.NUMBER;
                    default -> 0;
                };
        return first | ofAny(chars, from, to);
    }

    /** Those of any word that its first character does not say. */
    static int ofAny(char[] chars, int from, int to) {
        return (allCaps(chars, from, to) ? Tokens.ALL_CAPS : 0) | Abbreviations.flags(chars, from, to);
    }

    private static boolean allCaps(char[] chars, int from, int to) {
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
}
