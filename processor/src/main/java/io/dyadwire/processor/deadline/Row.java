package io.dyadwire.processor.deadline;

import io.dyadwire.matcher.text.Tokens;

/**
 * The line of a text that a date stands in, counted: "Sept. 19   412.50   415.25   -2.75" is a row of a table, and nothing
 * hangs on its date. Lines end at line breaks; of a long one only the words near the date count.
 *
 * @param figures numbers that are no part of a date
 * @param words all others that are no part of a date
 */
record Row(int figures, int words) {
    /** So many words on each side of the date. */
    private static final int REACH = 20;

    static Row of(Clause c) {
        int first = c.first();
        while (first > c.body() && c.first() - first < REACH && !breaks(c.tokens(), first)) {
            first--;
        }
        int last = c.last();
        while (last + 1 < c.tokens().count() && last - c.last() < REACH && !breaks(c.tokens(), last + 1)) {
            last++;
        }
        int figures = 0;
        int words = 0;
        for (int i = first; i <= last; i++) {
            boolean counts = !c.dates().get(i);
            figures += counts && c.tokens().number(i) ? 1 : 0;
            words += counts && !c.tokens().number(i) ? 1 : 0;
        }
        return new Row(figures, words);
    }

    private static boolean breaks(Tokens tokens, int i) {
        for (int k = tokens.end(i - 1); k < tokens.start(i); k++) {
            if (tokens.source().charAt(k) == '\n') {
                return true;
            }
        }
        return false;
    }

    /** Whether figures fill the line: as many as words and two at least, or nothing else but them. */
    boolean isOfTable() {
        return words == 0 ? figures > 0 : figures > 1 && figures >= words;
    }
}
