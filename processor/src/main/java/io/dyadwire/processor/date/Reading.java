package io.dyadwire.processor.date;

import io.dyadwire.contract.tag.DateKind;
import org.jspecify.annotations.Nullable;

/**
 * Words read as a time expression.
 *
 * @param first index of the first word
 * @param last index of the last word, inclusive
 * @param point the stretch of the calendar that it is; absent for a duration, a set or a vague reference
 */
record Reading(
        int first,
        int last,
        String value,
        DateKind kind,
        @Nullable Point point) {
    static Reading of(int first, int last, Point point) {
        return new Reading(first, last, point.value(), DateKind.DATE, point);
    }

    static Reading of(int first, int last, String value, DateKind kind) {
        return new Reading(first, last, value, kind, null);
    }

    /** The same meaning, with words added before. */
    Reading from(int earlier) {
        return new Reading(earlier, last, value, kind, point);
    }

    Reading to(int later) {
        return new Reading(first, later, value, kind, point);
    }
}
