package io.dyadwire.matcher.text;

/** What a character between two words says, as bits; {@link #WORD} alone where one begins. From {@link CharKind}. */
final class GapKind {
    static final int WORD = 1;

    /** Not space: it is told as the mark before the next word. */
    static final int MARK = 2;

    /** Ends a line. */
    static final int LINE = 4;

    /** May end a sentence. */
    static final int STOP = 8;

    /** Not ASCII: may be anything. */
    static final int FOREIGN = 16;

    /** Two code units. */
    static final int PAIR = 32;

    /** Comes after a word that ends in its own full stop, "U.S.". */
    static final int DOTTED = 64;

    /** Comes before the first word. */
    static final int FIRST = 128;

    private static final byte[] ASCII = table();

    private GapKind() {}

    /** Of an ASCII character. */
    static int of(char c) {
        return ASCII[c];
    }

    /** Of any other one. */
    static int at(char[] chars, int i) {
        byte kind = CharKind.at(chars, i);
        if (CharKind.isWord(kind) || kind == CharKind.UNSPACED) {
            return WORD;
        }
        int mark = kind == CharKind.OTHER ? MARK : 0;
        return FOREIGN | mark | (CharKind.isPair(chars, i) ? PAIR : 0);
    }

    private static byte[] table() {
        byte[] table = new byte[0x80];
        for (char c = 0; c < table.length; c++) {
            byte kind = CharKind.of(c);
            if (CharKind.isWord(kind)) {
                table[c] = WORD;
            } else if (c == '\n' || c == '\r') {
                table[c] = LINE;
            } else if (kind == CharKind.OTHER) {
                table[c] = (byte) (c == '.' || c == '!' || c == '?' ? MARK | STOP : MARK);
            }
        }
        return table;
    }
}
