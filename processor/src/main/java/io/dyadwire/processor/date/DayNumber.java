package io.dyadwire.processor.date;

import org.jspecify.annotations.Nullable;

/**
 * A day of a month told by its number.
 *
 * @param value 1 to 31
 * @param last index of its last word
 */
record DayNumber(int value, int last) {
    /** Whether a number begins a time of day: 11:00, 5 p.m. */
    static boolean time(Words w, int i) {
        return w.joined(i + 1, ':') || w.is(i + 1, Sort.AM) || w.is(i + 1, Sort.OCLOCK);
    }

    /** 24, 24th, "twenty-fourth"; null when the word is no day of a month. */
    static @Nullable DayNumber at(Words w, int i) {
        int value = w.value(i);
        return switch (w.sort(i)) {
            case DIGITS ->
                (w.length(i) <= 2 && value >= 1 && value <= 31 && !time(w, i) && !w.joined(i + 1, '.'))
                                || (w.length(i) <= 2
                                        && value >= 1
                                        && value <= 31
                                        && w.joined(i + 1, '.')
                                        && !w.is(i + 1, Sort.DIGITS))
                        ? time(w, i) ? null : new DayNumber(value, i)
                        : null;
            case NTH -> value >= 1 && value <= 31 ? new DayNumber(value, i) : null;
            case ORDINAL -> value >= 1 && value <= 31 ? new DayNumber(value, i) : null;
            case NUMBER ->
                value >= 20 && value <= 30 && w.is(i + 1, Sort.ORDINAL) && value + w.value(i + 1) <= 31
                        ? new DayNumber(value + w.value(i + 1), i + 1)
                        : value >= 20
                                        && value <= 30
                                        && w.is(i + 1, Sort.NUMBER)
                                        && w.value(i + 1) < 10
                                        && value + w.value(i + 1) <= 31
                                ? new DayNumber(value + w.value(i + 1), i + 1)
                                : value <= 31 && w.is(i + 1, Sort.MONTH) ? new DayNumber(value, i) : null;
            default -> null;
        };
    }
}
