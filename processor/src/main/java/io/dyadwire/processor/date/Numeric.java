package io.dyadwire.processor.date;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Dates in digits: 2019-08-24, 10/31/1974, 31.10.1974, 05-Aug-2016, 20161016; 2/15 where something says it is one. */
final class Numeric {
    private static final char[] JOINTS = {'-', '/', '.'};

    private Numeric() {}

    static @Nullable Reading read(Context c, int i) {
        Words w = c.words();
        if (w.length(i) == 8) {
            int v = w.value(i);
            LocalDate day =
                    v / 10000 >= 1900 && v / 10000 < 2100 ? Dates.orNull(v / 10000, v / 100 % 100, v % 100) : null;
            return day == null ? null : Reading.of(i, i, Point.day(day));
        }
        if (i == 0 && w.count() <= 3 && !w.joined(1, '.')) {
            Reading alone = alone(c);
            if (alone != null) {
                return alone;
            }
        }
        for (char joint : JOINTS) {
            if (w.joined(i + 1, joint)) {
                boolean begins = !(w.is(i - 1, Sort.DIGITS) && (w.joined(i, joint) || w.joined(i, '.')));
                if (!begins) {
                    return null;
                }
                boolean third = w.joined(i + 2, joint) && (number(w, i + 2) || w.is(i + 2, Sort.MONTH));
                return third ? three(c, i, joint) : two(c, i, joint);
            }
        }
        return null;
    }

    /** A text that holds nothing but a date, however its numbers are parted: "31 10 1974", "2 / 15". */
    private static @Nullable Reading alone(Context c) {
        Words w = c.words();
        if (w.count() == 3 && number(w, 1) && number(w, 2) && w.follows(1) && w.follows(2)) {
            return three(c, 0, ' ');
        }
        return w.count() == 2 && number(w, 1) && w.before(1) == '/' ? two(c, 0, '/') : null;
    }

    private static boolean number(Words w, int i) {
        return w.is(i, Sort.DIGITS);
    }

    private static @Nullable Reading three(Context c, int i, char joint) {
        Words w = c.words();
        if (w.joined(i + 3, joint) && number(w, i + 3) && joint == '.') {
            return null;
        }
        int a = w.value(i);
        int b = w.value(i + 1);
        int d = w.value(i + 2);
        LocalDate day;
        if (w.is(i + 1, Sort.MONTH)) {
            boolean yearFirst = w.length(i) == 4;
            day = yearFirst ? Dates.orNull(a, b, d) : Dates.orNull(year(c, i + 2), b, a);
        } else if (w.is(i + 2, Sort.MONTH)) {
            day = w.length(i) == 4 ? Dates.orNull(a, d, b) : null;
        } else if (!number(w, i + 1)) {
            return null;
        } else if (w.length(i) == 4) {
            day = Dates.orNull(a, b, d);
        } else if (w.length(i + 2) == 4 || (w.length(i + 2) == 2 && joint != '.')) {
            int year = year(c, i + 2);
            day = b > 12 ? Dates.orNull(year, a, b) : a > 12 ? Dates.orNull(year, b, a) : usual(year, a, b, joint);
        } else {
            return null;
        }
        boolean plausible = day != null && day.getYear() >= 1000 && day.getYear() < 2200;
        return plausible && day != null ? Reading.of(i, i + 2, Point.day(day)) : null;
    }

    /** Month first with '/' or '-', as most English news writes it; day first with dots. */
    private static @Nullable LocalDate usual(int year, int a, int b, char joint) {
        return joint == '.' ? Dates.orNull(year, b, a) : Dates.orNull(year, a, b);
    }

    private static int year(Context c, int i) {
        Words w = c.words();
        return w.length(i) == 2 ? Dates.fullYear(w.value(i), c.published().getYear()) : w.value(i);
    }

    /** "fell by 1/2 pct", "3/4 of a point". */
    private static boolean fraction(Words w, int i) {
        int whole = w.value(i + 1);
        boolean part = w.value(i) < whole && (whole <= 5 || whole == 8) && w.follows(i + 2);
        return part
                && switch (w.sort(i + 2)) {
                    case NONE, NOUN, UNIT, OF -> true;
                    default -> false;
                };
    }

    private static @Nullable Reading two(Context c, int i, char joint) {
        Words w = c.words();
        boolean monthOfYear = joint == '/'
                && w.length(i) <= 2
                && w.value(i) >= 1
                && w.value(i) <= 12
                && Years.isYear(w, i + 1)
                && w.value(i + 1) >= 1900;
        if (monthOfYear) {
            return Reading.of(i, i + 1, Point.month(w.value(i + 1), w.value(i)));
        }
        boolean short2 = number(w, i + 1) && w.length(i) <= 2 && w.length(i + 1) <= 2 && !w.joined(i + 2, joint);
        boolean told = w.is(i - 1, Sort.WEEKDAY)
                || ((w.is(i - 1, Sort.BEFORE) || w.is(i - 1, Sort.AFTER) || w.is(i - 1, Sort.SINCE)) && joint == '/')
                || ((w.is(i - 1, Sort.ON) || w.is(i - 1, Sort.BY) || w.is(i - 1, Sort.UNTIL) || w.is(i - 1, Sort.NEXT))
                        && joint == '/')
                || (w.is(i - 1, Sort.ON) && joint == '.' && !w.follows(i + 2))
                || (w.count() <= 3 && joint != '.');
        if (!short2 || !told || fraction(w, i)) {
            return null;
        }
        int a = w.value(i);
        int b = w.value(i + 1);
        int month = a > 12 ? b : a;
        int day = a > 12 ? a : b;
        if (month > 12 || month < 1 || day < 1) {
            return null;
        }
        int year = c.yearOf(month, day, i, i + 1);
        if (w.is(i - 1, Sort.NEXT)
                && month * 31 + day
                        <= c.today().getMonthValue() * 31 + c.today().getDayOfMonth()) {
            year = c.published().getYear() + 1;
        }
        LocalDate date = Dates.orNull(year, month, day);
        return date == null ? null : Reading.of(i, i + 1, Point.day(date));
    }
}
