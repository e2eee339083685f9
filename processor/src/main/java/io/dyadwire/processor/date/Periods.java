package io.dyadwire.processor.date;

import io.dyadwire.contract.tag.DateKind;
import org.jspecify.annotations.Nullable;

/** Durations ("six months", "27-year", "the next four years"), sets ("every Monday", "annually") and vague times. */
final class Periods {
    private Periods() {}

    static @Nullable Reading read(Context c, int i) {
        Words w = c.words();
        return switch (w.sort(i)) {
            case FREQUENCY ->
                Reading.of(
                        i,
                        i,
                        Unit.of(w.value(i)).duration(w.value(i) == 5 ? 2 : 1).replace("P4W", "P2W"),
                        DateKind.SET);
            case EVERY -> every(w, i);
            case WEEKDAYS -> Reading.of(i, i, "XXXX-WXX-" + w.value(i), DateKind.SET);
            case NOW -> Reading.of(i, i, "PRESENT_REF", DateKind.DATE);
            case RECENTLY -> Reading.of(i, i, "PAST_REF", DateKind.DATE);
            case NUMBER, DIGITS, A, FEW, HALF -> counted(w, i, i);
            case THE ->
                w.is(i + 1, Sort.NEXT) || w.is(i + 1, Sort.LAST) || w.is(i + 1, Sort.NUMBER) || w.is(i + 1, Sort.FINAL)
                        ? stretch(w, i)
                        : null;
            case NEXT, LAST -> stretch(w, i);
            case UNIT -> some(w, i);
            default -> null;
        };
    }

    private static @Nullable Reading every(Words w, int i) {
        if (w.is(i + 1, Sort.UNIT)) {
            return Reading.of(i, i + 1, Unit.of(w.value(i + 1)).duration(1), DateKind.SET);
        }
        if (w.is(i + 1, Sort.WEEKDAY)) {
            return Reading.of(i, i + 1, "XXXX-WXX-" + w.value(i + 1), DateKind.SET);
        }
        if (w.reads(i + 1, "other") && w.is(i + 2, Sort.UNIT) && !w.plural(i + 2)) {
            return Reading.of(i, i + 2, Unit.of(w.value(i + 2)).duration(2), DateKind.SET);
        }
        Reading inner = w.inside(i + 1) ? counted(w, i + 1, i) : null;
        return inner == null ? null : Reading.of(i, inner.last(), inner.value(), DateKind.SET);
    }

    /** "the next four years", "past five trading days", "the last two weeks". */
    private static @Nullable Reading stretch(Words w, int first) {
        int i = first;
        while (i < first + 3
                && (w.is(i, Sort.THE) || w.is(i, Sort.NEXT) || w.is(i, Sort.LAST) || w.is(i, Sort.FINAL))) {
            i++;
        }
        if (w.is(i, Sort.A) || !w.inside(i)) {
            return null;
        }
        return counted(w, i, first);
    }

    private static @Nullable Reading counted(Words w, int i, int first) {
        Amount amount = Amount.at(w, i);
        if (amount == null) {
            return null;
        }
        int u = amount.last() + 1;
        Compound compound = first == i ? Compound.at(w, i, amount) : null;
        if (compound != null && !w.is(compound.last() + 1, Sort.OLD)) {
            return Reading.of(first, compound.last(), compound.value(), DateKind.DURATION);
        }
        if (w.is(u, Sort.NEXT) && w.follows(u) && w.is(u + 1, Sort.UNIT) && w.plural(u + 1)) {
            u++;
        }
        if (w.is(u, Sort.CALENDAR) && w.follows(u)) {
            u++;
        }
        boolean tied = w.follows(u) || w.before(u) == '-' || w.before(u) == '‑';
        if (!w.is(u, Sort.UNIT) || !tied || w.is(u + 1, Sort.OLD) || w.is(i - 1, Sort.OLD) || w.before(i) == ':') {
            return null;
        }
        Unit unit = Unit.of(w.value(u));
        if (unit == Unit.QUARTER && amount.number() < 1.5) {
            return null;
        }
        if (w.is(u, Sort.UNIT) && w.length(u) <= 3 && unit.shorterThanADay() && w.is(i, Sort.A)) {
            return null;
        }
        String value = amount.vague() ? unit.someDuration() : unit.duration(amount.number());
        boolean rate = w.is(i, Sort.A) && perUnit(w, i);
        return Reading.of(first, u, value, rate ? DateKind.SET : DateKind.DURATION);
    }

    /** "15 a year", "three times a week". */
    private static boolean perUnit(Words w, int i) {
        return w.is(i - 1, Sort.DIGITS) || w.is(i - 1, Sort.NOUN) || w.is(i - 1, Sort.NUMBER);
    }

    /** "for months", "in recent years": a unit in the plural without a number, where a preposition leads it. */
    private static @Nullable Reading some(Words w, int i) {
        boolean plural = w.length(i) > 4 && w.plural(i);
        boolean led = w.sort(i - 1).leadsToLength();
        return plural && led && w.follows(i) && !w.is(i + 1, Sort.OF)
                ? Reading.of(i, i, Unit.of(w.value(i)).someDuration(), DateKind.DURATION)
                : null;
    }
}
