package io.dyadwire.matcher.phrase;

import io.dyadwire.matcher.text.Tokens;
import java.util.List;

/** What a path of the trie ends with: the caller's id, and the words as they must read ({@code List.of()} = in any case). */
record Phrase(int id, List<String> surfaces) {

    boolean reads(Tokens text, int firstToken) {
        for (int i = 0; i < surfaces.size(); i++) {
            if (!readsAs(text, firstToken + i, surfaces.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** "U.S" may stand for "U.S.". */
    private static boolean readsAs(Tokens text, int token, String surface) {
        return text.reads(token, surface)
                || (text.dotted(token) && text.reads(token, surface.substring(0, surface.length() - 1)));
    }
}
