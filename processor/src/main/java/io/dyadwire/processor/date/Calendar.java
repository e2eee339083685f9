package io.dyadwire.processor.date;

import io.dyadwire.contract.tag.DateKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days and months by name or number: "Aug. 24", "24 August 2019", "October 2007", "05-Aug-2016", "10/31/1974". */
final class Calendar {
    private static final int MARCH = 3;
    private static final int MAY = 5;
    /** So few words are nothing but a date: "the 1st". */
    private static final int ALONE = 3;

    private Calendar() {}

    static @Nullable Reading read(Context c, int i) {
        Words w = c.words();
        return switch (w.sort(i)) {
            case MONTH -> monthFirst(c, i);
            case DIGITS -> {
                Reading numeric = Numeric.read(c, i);
                yield numeric == null ? dayFirst(c, i, i) : numeric;
            }
            case NTH, ORDINAL, NUMBER -> w.joined(i, '-') && w.is(i - 1, Sort.NUMBER) ? null : dayFirst(c, i, i);
            case NEXT -> next(c, i);
            case THE -> dayFirst(c, i + 1, i);
            default -> null;
        };
    }

    /** "next 6th of April". */
    private static @Nullable Reading next(Context c, int i) {
        Words w = c.words();
        Reading day = w.is(i + 1, Sort.NTH) || w.is(i + 1, Sort.DIGITS) ? dayFirst(c, i + 1, i) : null;
        if (day == null || day.point() == null || Years.isYear(w, day.last())) {
            return day;
        }
        LocalDate date = day.point().first();
        LocalDate coming = date.isAfter(c.today()) ? date : date.plusYears(1);
        return Reading.of(i, day.last(), Point.day(coming));
    }

    private static @Nullable Reading monthFirst(Context c, int i) {
        Words w = c.words();
        int month = w.value(i);
        int d = w.is(i + 1, Sort.THE) ? i + 2 : i + 1;
        DayNumber day = w.near(d) || w.joined(d, '-') ? DayNumber.at(w, d) : null;
        if (day != null
                && !w.possessive(i)
                && (d == i + 1 || !w.is(d, Sort.DIGITS))
                && (w.capital(i) || !ambiguous(w, i) || ordinal(w, d) || Years.isYear(w, day.last() + 1))) {
            return complete(c, month, day.value(), i, day.last());
        }
        boolean spelled = w.is(i + 1, Sort.NUMBER) && w.value(i + 1) >= 1 && w.value(i + 1) <= 19 && w.follows(i + 1);
        boolean counts = w.follows(i + 2)
                && (w.sort(i + 2) == Sort.NONE
                        || w.is(i + 2, Sort.NOUN)
                        || w.is(i + 2, Sort.NUMBER)
                        || w.is(i + 2, Sort.UNIT));
        if (spelled && !counts && w.capital(i)) {
            return complete(c, month, w.value(i + 1), i, i + 1);
        }
        int y = w.is(i + 1, Sort.OF) ? i + 2 : i + 1;
        if (w.is(y, Sort.DIGITS) && w.length(y) == 2 && (w.before(y) == '\'' || w.before(y) == '’')) {
            int year = Dates.fullYear(w.value(y), c.published().getYear());
            return Reading.of(i, y, Point.month(year, month));
        }
        if (w.is(y, Sort.DIGITS) && w.length(y) <= 4 && w.is(y + 1, Sort.ERA) && w.value(y + 1) == 0 && w.near(y)) {
            return Reading.of(i, y + 1, "BC%04d-%02d".formatted(w.value(y), month), DateKind.DATE);
        }
        if (Years.isYear(w, y) && w.near(y) && !w.sentenceStart(y)) {
            return Reading.of(i, y, Point.month(w.value(y), month));
        }
        return alone(c, i);
    }

    /** A day of the month with the year that follows it, or the year it must mean. */
    private static @Nullable Reading complete(Context c, int month, int day, int first, int last) {
        Words w = c.words();
        int y = w.is(last + 1, Sort.OF) || w.is(last + 1, Sort.IN) ? last + 2 : last + 1;
        if (y == last + 1 && sameMonthRange(w, last)) {
            y = last + 3;
        }
        if (Years.isYear(w, y) && w.near(y)) {
            LocalDate date = Dates.orNull(w.value(y), month, day);
            return date == null ? null : Reading.of(first, y == last + 3 ? last : y, Point.day(date));
        }
        SpelledYear spelled = SpelledYear.at(w, last + 1);
        if (spelled != null) {
            LocalDate date = Dates.orNull(spelled.value(), month, day);
            return date == null ? null : Reading.of(first, spelled.last(), Point.day(date));
        }
        if (w.is(y, Sort.DIGITS) && w.length(y) <= 4 && w.is(y + 1, Sort.ERA) && w.value(y + 1) == 0 && w.near(y)) {
            return Reading.of(first, y + 1, "BC%04d-%02d-%02d".formatted(w.value(y), month, day), DateKind.DATE);
        }
        boolean shortYear = y == last + 2
                && w.is(y, Sort.DIGITS)
                && w.length(y) == 2
                && !w.follows(y + 1)
                && !w.is(y + 1, Sort.DIGITS);
        if (shortYear && w.is(last + 1, Sort.OF)) {
            int full = Dates.fullYear(w.value(y), c.published().getYear());
            LocalDate date = Dates.orNull(full, month, day);
            return date == null ? null : Reading.of(first, y, Point.day(date));
        }
        Point year = yearAfter(c, last + 1);
        if (year != null) {
            LocalDate date = Dates.orNull(year.first().getYear(), month, day);
            return date == null
                    ? null
                    : Reading.of(first, w.is(last + 1, Sort.OF) ? last + 3 : last + 2, Point.day(date));
        }
        LocalDate date = Dates.inYear(c.yearOf(month, day, first, last), month, day);
        return date == null ? null : withWeekday(w, date, first, last);
    }

    /** "Aug. 24 (Sat)", "Jul 18, Fri": a weekday behind a date without a year belongs to it when it agrees with it. */
    private static Reading withWeekday(Words w, LocalDate date, int first, int last) {
        int d = last + 1;
        if (!w.is(d, Sort.WEEKDAY) || !(w.before(d) == ',' || w.before(d) == '(') || w.is(d + 1, Sort.DIGITS)) {
            return Reading.of(first, last, Point.day(date));
        }
        LocalDate agreeing = Weekdays.agreeing(date, w.value(d));
        boolean agrees = agreeing.getDayOfWeek().getValue() == w.value(d);
        return Reading.of(first, agrees ? d : last, Point.day(agreeing));
    }

    /** "10 - 22, 2012" after a month: the year stands behind the second day. */
    private static boolean sameMonthRange(Words w, int last) {
        return w.is(last + 1, Sort.DIGITS)
                && w.length(last + 1) <= 2
                && (w.before(last + 1) == '-' || w.before(last + 1) == '–');
    }

    /** A month with no day: not the verbs "may" and "march", nor April the person. */
    private static @Nullable Reading alone(Context c, int i) {
        Words w = c.words();
        int month = w.value(i);
        boolean led =
                switch (w.sort(i - 1)) {
                    case IN,
                            BY,
                            UNTIL,
                            SINCE,
                            LAST,
                            NEXT,
                            THIS,
                            EDGE,
                            OF,
                            FROM,
                            DURING,
                            BETWEEN,
                            THROUGH,
                            AFTER,
                            BEFORE,
                            LIMIT,
                            FOR -> true;
                    case TO, AND, OR, THE -> true;
                    default -> false;
                };
        if (!w.capital(i) || ((month == MARCH || month == MAY) && !led) || (w.sentenceStart(i) && w.length(i) < 5)) {
            return null;
        }
        if (((w.length(i) <= 3 && month != MAY) || (w.length(i) == 4 && month == 9)) && w.before(i + 1) != '.') {
            return null;
        }
        boolean name = !led && w.follows(i + 1) && w.capital(i + 1) && w.sort(i + 1) == Sort.NONE;
        if (name && month != 9 && month != 10 && month != 11 && month != 12 && month != 1 && month != 2 && month != 7) {
            return null;
        }
        if (led && w.is(i - 1, Sort.AND) && (month == MARCH || month == MAY) && w.sentenceStart(i)) {
            return null;
        }
        Point year = yearAfter(c, i + 1);
        if (year != null) {
            return Reading.of(
                    i,
                    i + (w.is(i + 1, Sort.OF) ? 3 : 2),
                    Point.month(year.first().getYear(), month));
        }
        return Reading.of(i, i, Point.month(c.yearOf(month, 0, i, i), month));
    }

    /** "(of) last year", "of that year" behind a month. */
    private static @Nullable Point yearAfter(Context c, int at) {
        Words w = c.words();
        int i = w.is(at, Sort.OF) ? at + 1 : at;
        if (!w.is(i + 1, Sort.UNIT) || w.value(i + 1) != 9 || !w.follows(i)) {
            return null;
        }
        return switch (w.sort(i)) {
            case THIS -> Point.containing(Unit.YEAR, c.today());
            case NEXT -> Point.containing(Unit.YEAR, c.today()).plus(1);
            case LAST -> Point.containing(Unit.YEAR, c.today()).plus(-1);
            case SAME -> Point.containing(Unit.YEAR, c.latest().first());
            default -> null;
        };
    }

    private static @Nullable Reading dayFirst(Context c, int i, int first) {
        Words w = c.words();
        DayNumber day = DayNumber.at(w, i);
        if (day == null || w.joined(i, '.') || w.before(i) == '$') {
            return null;
        }
        int m = w.is(day.last() + 1, Sort.UNIT) && w.value(day.last() + 1) == 3 ? day.last() + 2 : day.last() + 1;
        m = w.is(m, Sort.OF) ? m + 1 : m;
        if (w.is(m, Sort.MONTH)) {
            boolean apart = w.follows(m) || w.joined(m, '-') || w.joined(m, '/');
            boolean verb = ambiguous(w, m) && !w.capital(m) && !ordinal(w, i);
            if (!apart || verb || (w.is(i, Sort.NUMBER) && !ordinal(w, day.last()) && !yearBehind(w, m))) {
                return null;
            }
            if (w.is(m + 1, Sort.DIGITS)
                    && w.length(m + 1) <= 2
                    && w.near(m + 1)
                    && w.before(m + 1) != ','
                    && !DayNumber.time(w, m + 1)) {
                return w.joined(m, '-') || w.joined(m, '/') ? null : complete(c, w.value(m), day.value(), first, m);
            }
            return complete(c, w.value(m), day.value(), first, m);
        }
        if (m > day.last() + 1 || w.is(m, Sort.THIS) || w.is(m, Sort.NEXT)) {
            Point month = ofMonth(c, m);
            LocalDate date = month == null
                    ? null
                    : Dates.orNull(month.first().getYear(), month.first().getMonthValue(), day.value());
            return date == null ? null : Reading.of(first, m + 1, Point.day(date));
        }
        Reading ranged = dayOfRange(c, i, day, first);
        boolean numbered = w.is(i, Sort.NTH) || (w.is(i, Sort.ORDINAL) && w.count() <= ALONE);
        return ranged == null && numbered ? ofThisMonth(c, i, first) : ranged;
    }

    /** "on the 18th", where nothing is counted by it. */
    private static @Nullable Reading ofThisMonth(Context c, int i, int first) {
        Words w = c.words();
        boolean led = w.is(first - 1, Sort.ON)
                || w.is(first - 1, Sort.BY)
                || w.is(first - 1, Sort.UNTIL)
                || w.is(first - 1, Sort.AROUND)
                || (first < i && w.count() <= ALONE);
        if (!led || (w.follows(i + 1) && w.sort(i + 1) == Sort.NONE)) {
            return null;
        }
        LocalDate today = c.history() ? c.latest().first() : c.today();
        boolean past = c.history() || Tense.around(w, first, i) == Tense.PAST;
        int months = past ? (w.value(i) > today.getDayOfMonth() ? -1 : 0) : w.value(i) < today.getDayOfMonth() ? 1 : 0;
        LocalDate month = today.withDayOfMonth(1).plusMonths(c.history() ? 0 : months);
        LocalDate day = Dates.orNull(month.getYear(), month.getMonthValue(), w.value(i));
        return day == null ? null : Reading.of(first, i, Point.day(day));
    }

    private static boolean yearBehind(Words w, int m) {
        return Years.isYear(w, m + 1) || SpelledYear.at(w, m + 1) != null;
    }

    private static @Nullable Point ofMonth(Context c, int m) {
        Words w = c.words();
        if (!w.is(m + 1, Sort.UNIT) || w.value(m + 1) != 7) {
            return null;
        }
        Point month = Point.containing(Unit.MONTH, c.today());
        return switch (w.sort(m)) {
            case THIS, THE -> month;
            case NEXT -> month.plus(1);
            case LAST -> month.plus(-1);
            case SAME -> Point.containing(Unit.MONTH, c.latest().first());
            default -> null;
        };
    }

    /** The bare days of a range or list: the 17 of "Aug. 16-17" and "April 24 and 25", the 14 of "14 to 20 August". */
    private static @Nullable Reading dayOfRange(Context c, int i, DayNumber day, int first) {
        Words w = c.words();
        if ((connects(w, i) || inList(w, i)) && c.latest().unit() == Unit.DAY && w.token(i) - w.token(i - 1) <= 2) {
            int before = w.is(i - 1, Sort.DIGITS) || w.is(i - 1, Sort.NTH) ? i - 1 : i - 2;
            boolean sameList = w.inside(before)
                    && w.value(before) == c.latest().first().getDayOfMonth()
                    && (w.is(before, Sort.DIGITS) || w.is(before, Sort.NTH))
                    && c.lastRead() == before;
            LocalDate date = sameList
                    ? Dates.orNull(
                            c.latest().first().getYear(), c.latest().first().getMonthValue(), day.value())
                    : null;
            if (date != null
                    && day.value() > w.value(before)
                    && !w.is(i + 1, Sort.NOUN)
                    && !w.is(i + 1, Sort.UNIT)
                    && !DayNumber.time(w, i)) {
                return Reading.of(first, day.last(), Point.day(date));
            }
        }
        int next = day.last() + 1;
        int second = w.is(next, Sort.TO) || w.is(next, Sort.AND) || w.is(next, Sort.THROUGH) || w.is(next, Sort.OR)
                ? next + 1
                : w.before(next) == '-' || w.before(next) == '–' ? next : -1;
        second = second > 0 && w.is(second, Sort.THE) ? second + 1 : second;
        DayNumber other = second > 0 ? DayNumber.at(w, second) : null;
        if (other == null) {
            return null;
        }
        int m = w.is(other.last() + 1, Sort.OF) ? other.last() + 2 : other.last() + 1;
        if (!w.is(m, Sort.MONTH) || !w.follows(m) || !w.capital(m) || other.value() <= day.value()) {
            return null;
        }
        Reading last = complete(c, w.value(m), other.value(), second, m);
        LocalDate date = last == null || last.point() == null
                ? null
                : Dates.orNull(last.point().first().getYear(), w.value(m), day.value());
        return date == null ? null : Reading.of(first, day.last(), Point.day(date));
    }

    /** The 25 of "Aug. 24, 25 and 26". */
    private static boolean inList(Words w, int i) {
        int next = i + 1;
        while (w.before(next) == ',' && w.is(next, Sort.DIGITS) && w.length(next) <= 2) {
            next++;
        }
        boolean ends = w.is(next, Sort.AND) || w.is(next, Sort.OR);
        return w.before(i) == ',' && ends && w.is(next + 1, Sort.DIGITS) && w.length(next + 1) <= 2;
    }

    private static boolean connects(Words w, int i) {
        char before = w.before(i);
        return (w.inside(i - 1) && (before == '-' || before == '–'))
                || w.is(i - 1, Sort.AND)
                || w.is(i - 1, Sort.TO)
                || w.is(i - 1, Sort.OR)
                || w.is(i - 1, Sort.THROUGH);
    }

    /** Words that are also verbs or nouns when in lower case. */
    private static boolean ambiguous(Words w, int i) {
        return (w.value(i) == MARCH || w.value(i) == MAY) && !w.capital(i);
    }

    private static boolean ordinal(Words w, int i) {
        return w.is(i, Sort.NTH) || w.is(i, Sort.ORDINAL);
    }
}
