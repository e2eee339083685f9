package io.dyadwire.processor.text;

import io.dyadwire.matcher.text.Tokens;

/**
 * The place and agency before the first sentence of a wire story: "TOKYO (Kyodo) --", "PARIS, Aug 3 (Reuters) -",
 * "HOUSTON, Feb 26 -". It says where the story was filed, not what it is about.
 */
public final class Dateline {
    private static final int TOKENS = 14;

    private Dateline() {}

    /** The first token after the dateline, 0 when there is none. */
    public static int end(Tokens text) {
        if (text.count() < 2 || !opens(text)) {
            return 0;
        }
        for (int i = 1; i < Math.min(text.count(), TOKENS); i++) {
            if (closes(text, i)) {
                return i;
            }
        }
        return 0;
    }

    private static boolean opens(Tokens text) {
        if (text.allCaps(0) && !text.dotted(0)) {
            return true;
        }
        for (int i = 1; text.capital(0) && i < Math.min(text.count(), 6); i++) {
            if (text.before(i) == '(' || text.number(i)) {
                return true;
            }
        }
        return false;
    }

    /** A dash with room around it, or a colon after a place in capitals. */
    private static boolean closes(Tokens text, int i) {
        char mark = text.before(i);
        char next = text.source().charAt(text.end(i - 1));
        boolean apart = Character.isWhitespace(next) || next == ')' || next == '.' || next == '-' || next == '\u2014';
        boolean dash = (mark == '-' || mark == '\u2013' || mark == '\u2014') && apart;
        return (dash && text.start(i) - text.end(i - 1) > 1) || (mark == ':' && text.allCaps(i - 1) && i < 4);
    }
}
