package io.dyadwire.processor.deadline;

import io.dyadwire.matcher.text.Tokens;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A date in its sentence.
 *
 * @param first index of the date's first token
 * @param last index of the date's last token, inclusive
 * @param dates the tokens that are part of a date or time, in the whole text
 * @param body index of the text's first token behind its dateline
 * @param from index of the sentence's first token, behind the dateline
 * @param to index of the sentence's last token, inclusive
 */
record Clause(Tokens tokens, CueWords cues, BitSet dates, int body, int first, int last, int from, int to) {
    /** So many blanks part the columns of a table. */
    private static final int COLUMN = 3;

    Cue cue(int i) {
        if (i < from || i > to) {
            return Cue.NONE;
        }
        Cue cue = cues.of(tokens.exact(i));
        boolean month = cue == Cue.MAY && tokens.capital(i) && i > from;
        return month ? Cue.NONE : cue;
    }

    boolean is(int i, Cue cue) {
        return cue(i) == cue;
    }

    /** Whether the word is part of a date, this one or another. */
    boolean dated(int i) {
        return inside(i) && dates.get(i);
    }

    /** The sentence before, as the clause of a date that is nowhere in it; null when this is the first. */
    @Nullable
    Clause before() {
        int sentence = tokens.sentenceOf(from) - 1;
        int start = sentence < 0 ? from : Math.max(body, tokens.firstTokenOf(sentence));
        return start >= from ? null : new Clause(tokens, cues, dates, body, from, from, start, from - 1);
    }

    /** "doubts over whether", "unclear whether": not what is to be decided. */
    boolean doubted(int whether) {
        int before = whether - 1;
        return reads(before, "over") || reads(before, "about") || text(before).startsWith("unc");
    }

    boolean inside(int i) {
        return i >= from && i <= to;
    }

    boolean capital(int i) {
        return inside(i) && tokens.capital(i);
    }

    boolean number(int i) {
        return inside(i) && tokens.number(i);
    }

    /** Whether the word stands in the text exactly so. */
    boolean reads(int i, String surface) {
        return inside(i) && tokens.reads(i, surface);
    }

    /** The word as it stands; empty outside the sentence. */
    String text(int i) {
        return inside(i) ? tokens.text(i) : "";
    }

    /** The first word in the brackets, "(Reuters)" or "&lt;XYZ.N>", that this word ends; -1 when there are none near. */
    int bracket(int end) {
        for (int i = end; i > end - 8 && inside(i); i--) {
            if (before(i) == '(' || before(i) == '<') {
                return i;
            }
        }
        return -1;
    }

    /** What stands between a word and the one before: a character, 0 for none. */
    char before(int i) {
        return inside(i) ? tokens.before(i) : 0;
    }

    /** Whether the word begins a column of a table. */
    boolean apart(int i) {
        int from = inside(i) && i > 0 ? tokens.end(i - 1) : 0;
        int to = from == 0 ? 0 : tokens.start(i);
        return to - from >= COLUMN
                && tokens.source().substring(from, to).chars().allMatch(c -> c == ' ');
    }

    /** Whether a word with this cue stands from one index to another, both inclusive. */
    boolean has(Cue cue, int start, int end) {
        return find(cue, start, end) >= 0;
    }

    /** The index of the last word with this cue between two indexes, both inclusive; -1 when there is none. */
    int find(Cue cue, int start, int end) {
        for (int i = Math.min(end, to); i >= Math.max(start, from); i--) {
            if (cue(i) == cue) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the word ends as a regular past form does and is written small. */
    boolean endsInEd(int i) {
        if (!inside(i)) {
            return false;
        }
        int end = tokens.end(i);
        CharSequence source = tokens.source();
        return !tokens.capital(i)
                && end - tokens.start(i) > 3
                && source.charAt(end - 1) == 'd'
                && source.charAt(end - 2) == 'e';
    }

    /** The word before the date that relates it: "by", "until", "on"; an article or "around" aside. */
    int preposition() {
        int i = first - 1;
        while (is(i, Cue.THE) || reads(i, "around")) {
            i--;
        }
        return i;
    }
}
