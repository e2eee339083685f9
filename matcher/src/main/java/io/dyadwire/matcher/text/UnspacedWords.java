package io.dyadwire.matcher.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.function.IntConsumer;

/** Words in a run of letters of a script that writes no spaces, by ICU's dictionaries. Thread-safe. */
final class UnspacedWords {
    /** Longer runs are cut in pieces, so that the dictionaries' own tables stay small. UTF-16 units. */
    private static final int PIECE = 2048;

    /** Only ever cloned: making one from its rules takes longer than cutting an article. */
    private static final BreakIterator PROTOTYPE = BreakIterator.getWordInstance(ULocale.ROOT);

    private UnspacedWords() {}

    /** Tells the end of each word of {@code chars[from, to)}, in order; the last one is {@code to}. */
    static void ends(char[] chars, int from, int to, IntConsumer eachEnd) {
        BreakIterator breaks = PROTOTYPE.clone();
        for (int piece = from; piece < to; ) {
            int next = pieceEnd(chars, piece, to);
            breaks.setText(new String(chars, piece, next - piece));
            breaks.first();
            for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
                eachEnd.accept(piece + end);
            }
            piece = next;
        }
    }

    private static int pieceEnd(char[] chars, int from, int to) {
        int end = Math.min(from + PIECE, to);
        return end < to && Character.isLowSurrogate(chars[end]) ? end - 1 : end;
    }
}
