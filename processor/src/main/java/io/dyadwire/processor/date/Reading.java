package io.dyadwire.processor.date;

import io.dyadwire.contract.tag.DateKind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Words read as a time expression.
 *
 * @param first index of the first word
 * @param last index of the last word, inclusive
 * @param told its value, when it is not that of the point
 * @param point the stretch of the calendar that it is; absent for a duration, a set or a vague reference
 */
record Reading(
        int first,
        int last,
        @Nullable String told,
        DateKind kind,
        @Nullable Point point) {
    static Reading of(int first, int last, Point point) {
        return new Reading(first, last, null, DateKind.DATE, point);
    }

    static Reading of(int first, int last, String value, DateKind kind) {
        return new Reading(first, last, value, kind, null);
    }

    /** As TIMEX3 writes it; made when it is asked for, since most readings are steps on the way to a longer one. */
    String value() {
        return told == null ? Objects.requireNonNull(point).value() : told;
    }

    /** The same meaning, with words added before. */
    Reading from(int earlier) {
        return new Reading(earlier, last, told, kind, point);
    }

    Reading to(int later) {
        return new Reading(first, later, told, kind, point);
    }
}
