package io.dyadwire.processor.date;

import org.jspecify.annotations.Nullable;

/**
 * A year in words behind a day: "nineteen eighty-six", "seventeen hundred thirty three", "twenty nineteen".
 *
 * @param last index of its last word
 */
record SpelledYear(int value, int last) {

    /** The year that begins at this word; null when there is none. */
    static @Nullable SpelledYear at(Words w, int i) {
        boolean century = w.is(i, Sort.NUMBER) && w.value(i) >= 14 && w.value(i) <= 20 && w.near(i);
        if (!century || !w.is(i + 1, Sort.NUMBER) || !w.follows(i + 1)) {
            return null;
        }
        boolean hundred = w.value(i + 1) == 100;
        int tens = hundred ? i + 2 : i + 1;
        if (!w.is(tens, Sort.NUMBER) || w.value(tens) > 90) {
            return hundred ? new SpelledYear(w.value(i) * 100, i + 1) : null;
        }
        boolean ones = w.value(tens) >= 20 && w.is(tens + 1, Sort.NUMBER) && w.value(tens + 1) < 10;
        int last = ones ? tens + 1 : tens;
        return new SpelledYear(w.value(i) * 100 + w.value(tens) + (ones ? w.value(last) : 0), last);
    }
}
