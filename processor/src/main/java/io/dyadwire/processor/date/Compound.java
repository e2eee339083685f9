package io.dyadwire.processor.date;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A length told in two units or more: "two years and three months", "2 hours 30 minutes".
 *
 * @param last index of its last word
 * @param value as in TIMEX3: {@code P2Y3M}, {@code PT2H30M}
 * @param smallest the last of its units
 * @param months and {@code days}: how far it reaches on the calendar
 */
record Compound(int last, String value, Unit smallest, long months, long days) {

    /** The one that begins at this word with this amount; null when there is none, or only one unit. */
    static @Nullable Compound at(Words w, int i, Amount amount) {
        boolean goesOn =
                switch (w.sort(amount.last() + 2)) {
                    case AND, DIGITS, NUMBER, A -> w.is(amount.last() + 1, Sort.UNIT);
                    default -> false;
                };
        Compound all = goesOn ? part(w, i) : null;
        if (all == null) {
            return null;
        }
        int parts = 1;
        for (Compound more = part(w, next(w, all)); more != null; more = part(w, next(w, all))) {
            if (more.smallest.compareTo(all.smallest) >= 0) {
                break;
            }
            all = all.with(more);
            parts++;
        }
        return parts == 1 ? null : all;
    }

    private static int next(Words w, Compound before) {
        int i = before.last + 1;
        return w.is(i, Sort.AND) ? i + 1 : i;
    }

    private static @Nullable Compound part(Words w, int i) {
        Amount amount = w.inside(i) && !w.is(i, Sort.HALF) ? Amount.at(w, i) : null;
        int u = amount == null ? -1 : amount.last() + 1;
        boolean whole = amount != null && !amount.vague() && amount.number() == Math.rint(amount.number());
        if (amount == null || !whole || !w.is(u, Sort.UNIT) || !w.follows(u) || amount.number() > 2000) {
            return null;
        }
        Unit unit = Unit.of(w.value(u));
        long n = (long) amount.number();
        return switch (unit) {
            case SECOND, MINUTE, HOUR -> new Compound(u, unit.duration(amount.number()), unit, 0, 0);
            case DAY -> new Compound(u, unit.duration(amount.number()), unit, 0, n);
            case WEEK -> new Compound(u, unit.duration(amount.number()), unit, 0, 7 * n);
            case MONTH -> new Compound(u, unit.duration(amount.number()), unit, n, 0);
            case YEAR -> new Compound(u, unit.duration(amount.number()), unit, 12 * n, 0);
            default -> null;
        };
    }

    private Compound with(Compound more) {
        boolean sameHalf = smallest.shorterThanADay() == more.smallest.shorterThanADay();
        String rest = more.value.substring(sameHalf && smallest.shorterThanADay() ? 2 : 1);
        return new Compound(more.last, value + rest, more.smallest, months + more.months, days + more.days);
    }

    /** The day, or the month, that lies so far from this day; before it for a sign of -1. */
    Point from(LocalDate day, int sign) {
        LocalDate there = day.plusMonths(sign * months).plusDays(sign * days);
        return Point.containing(smallest == Unit.MONTH ? Unit.MONTH : Unit.DAY, there);
    }
}
