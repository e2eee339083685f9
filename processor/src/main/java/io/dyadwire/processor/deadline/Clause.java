package io.dyadwire.processor.deadline;

import io.dyadwire.matcher.text.Tokens;

/**
 * A date in its sentence.
 *
 * @param first index of the date's first token
 * @param last index of the date's last token, inclusive
 * @param from index of the sentence's first token
 * @param to index of the sentence's last token, inclusive
 */
record Clause(Tokens tokens, CueWords cues, int first, int last, int from, int to) {
    Cue cue(int i) {
        return i < from || i > to ? Cue.NONE : cues.of(tokens.exact(i));
    }

    boolean is(int i, Cue cue) {
        return cue(i) == cue;
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

    /** What stands between a word and the one before: a character, 0 for none. */
    char before(int i) {
        return inside(i) ? tokens.before(i) : 0;
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
