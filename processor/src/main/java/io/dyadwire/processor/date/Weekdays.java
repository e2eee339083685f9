package io.dyadwire.processor.date;

import io.dyadwire.contract.tag.DateKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days of the week: "Friday", "next Friday", "Wednesday of next week", "Monday 21", "the third Tuesday of October". */
final class Weekdays {
    private Weekdays() {}

    static @Nullable Reading read(Context c, int i) {
        Words w = c.words();
        return switch (w.sort(i)) {
            case WEEKDAY -> named(c, i);
            case THIS, NEXT -> modified(c, i, i);
            case LAST -> {
                Reading nth = ofMonth(c, i, i);
                yield nth == null ? modified(c, i, i) : nth;
            }
            case SAME -> w.is(i + 1, Sort.WEEKDAY) ? named(c, i + 1) : null;
            case THE -> w.is(i + 1, Sort.NEXT) || w.is(i + 1, Sort.LAST) ? modified(c, i + 1, i) : ofMonth(c, i + 1, i);
            case ORDINAL, NTH -> ofMonth(c, i, i);
            case NUMBER, DIGITS -> counted(c, i);
            default -> null;
        };
    }

    /** "three Fridays from now", "2 Thursdays ago". */
    private static @Nullable Reading counted(Context c, int i) {
        Words w = c.words();
        boolean days = w.is(i + 1, Sort.WEEKDAYS) && w.follows(i + 1) && w.value(i) >= 1 && w.value(i) <= 60;
        boolean back = w.is(i + 2, Sort.AGO);
        boolean ahead = w.is(i + 2, Sort.HENCE) || (w.is(i + 2, Sort.FROM) && w.is(i + 3, Sort.NOW));
        if (!days || !(back || ahead)) {
            return null;
        }
        int away = Math.floorMod(w.value(i + 1) - c.today().getDayOfWeek().getValue(), 7);
        int next = away == 0 ? 7 : away;
        LocalDate day = back
                ? c.today().minusDays(7 - away + 7L * (w.value(i) - 1))
                : c.today().plusDays(next + 7L * (w.value(i) - 1));
        return Reading.of(i, w.is(i + 2, Sort.FROM) ? i + 3 : i + 2, Point.day(day));
    }

    private static @Nullable Reading named(Context c, int i) {
        Words w = c.words();
        char after = w.before(i + 1);
        boolean marked =
                after == '.' || after == ',' || after == '(' || w.is(i + 1, Sort.DIGITS) || w.is(i + 1, Sort.MONTH);
        boolean aWord = w.length(i) == 3 && (w.value(i) == 3 || w.value(i) >= 6);
        if ((aWord || (!w.capital(i) && w.length(i) <= 5)) && w.count() > 4 && !(w.capital(i) && marked)) {
            return null;
        }
        if (isName(w, i)) {
            return null;
        }
        Reading dated = dated(c, i);
        if (dated != null) {
            return dated;
        }
        int number = w.value(i);
        Reading weeksAway = weeksAway(c, i);
        if (weeksAway != null) {
            return weeksAway;
        }
        int weeks = weeksOn(w, i);
        if (weeks > 0) {
            return Reading.of(i, i + 1, Point.day(coming(c, number).plusWeeks(weeks)));
        }
        int k = w.is(i + 1, Sort.OF) || w.is(i + 1, Sort.FROM) || w.before(i + 1) == ',' ? i + 2 : i + 1;
        if (w.is(k, Sort.THE)) {
            k++;
        }
        boolean week = w.is(k + 1, Sort.UNIT) && Unit.of(w.value(k + 1)) == Unit.WEEK;
        if (week && (w.is(k, Sort.THIS) || w.is(k, Sort.NEXT) || w.is(k, Sort.LAST))) {
            return Reading.of(i, k + 1, Point.day(weekOf(c, k).plusDays(number - 1L)));
        }
        if (w.is(i + 1, Sort.AFTER) && w.is(i + 2, Sort.NEXT)) {
            return Reading.of(i, i + 2, Point.day(coming(c, number).plusDays(7)));
        }
        return Reading.of(i, i, Point.day(c.weekday(number, i, i)));
    }

    /** "Black Monday", "Super Tuesday": the name of one day. */
    private static boolean isName(Words w, int i) {
        return w.follows(i)
                && (w.reads(i - 1, "Black")
                        || w.reads(i - 1, "Bloody")
                        || w.reads(i - 1, "Super")
                        || w.reads(i - 1, "Cyber")
                        || w.reads(i - 1, "Holy")
                        || w.reads(i - 1, "Maundy")
                        || w.reads(i - 1, "Shrove"));
    }

    /** "on Tuesday week", "by Friday fortnight": how many weeks after the coming one; 0 where nothing of this is said. */
    private static int weeksOn(Words w, int i) {
        boolean led = w.is(i - 1, Sort.ON) || w.is(i - 1, Sort.FOR) || w.is(i - 1, Sort.BY) || w.is(i - 1, Sort.UNTIL);
        boolean unit = w.is(i + 1, Sort.UNIT) && w.follows(i + 1) && !w.plural(i + 1);
        boolean goesOn = w.follows(i + 2) && (w.sort(i + 2) == Sort.NONE || w.is(i + 2, Sort.NUMBER));
        if (!led || !unit || goesOn) {
            return 0;
        }
        return switch (Unit.of(w.value(i + 1))) {
            case WEEK -> 1;
            case FORTNIGHT -> 2;
            default -> 0;
        };
    }

    /** "Monday two weeks from now". */
    private static @Nullable Reading weeksAway(Context c, int i) {
        Words w = c.words();
        Amount amount = w.follows(i + 1) && !w.is(i + 1, Sort.FEW) ? Amount.at(w, i + 1) : null;
        int u = amount == null ? -1 : amount.last() + 1;
        if (amount == null || !w.is(u, Sort.UNIT) || Unit.of(w.value(u)) != Unit.WEEK || amount.number() > 60) {
            return null;
        }
        boolean now = w.is(u + 1, Sort.FROM) && (w.is(u + 2, Sort.NOW) || w.reads(u + 2, "today"));
        if (!now && !w.is(u + 1, Sort.HENCE)) {
            return null;
        }
        LocalDate there = c.today().plusWeeks(Math.round(amount.number()));
        LocalDate monday = Point.containing(Unit.WEEK, there).first();
        return Reading.of(i, now ? u + 2 : u + 1, Point.day(monday.plusDays(w.value(i) - 1L)));
    }

    private static LocalDate weekOf(Context c, int modifier) {
        LocalDate monday = Point.containing(Unit.WEEK, c.today()).first();
        return switch (c.words().sort(modifier)) {
            case NEXT -> monday.plusDays(7);
            case LAST -> monday.minusDays(7);
            default -> monday;
        };
    }

    /** "Monday, Feb. 18", "Tuesday the 19th", "Friday 31": the date decides, the weekday only chooses its year or month. */
    private static @Nullable Reading dated(Context c, int i) {
        Words w = c.words();
        if (i + 1 >= w.count() || (!w.near(i + 1) && w.before(i + 1) != '(')) {
            return null;
        }
        Reading date = Calendar.read(c, i + 1);
        boolean bareDay = w.is(i + 1, Sort.THE) && date != null && date.last() == i + 2;
        if (date != null && !bareDay && date.point() != null && date.point().unit() == Unit.DAY) {
            LocalDate day = agreeing(date, w.value(i), w);
            return Reading.of(i, date.last(), Point.day(day));
        }
        int d = w.is(i + 1, Sort.THE) ? i + 2 : i + 1;
        DayNumber number = DayNumber.at(w, d);
        boolean bare = number != null
                && w.follows(d)
                && !w.is(number.last() + 1, Sort.UNIT)
                && !w.is(number.last() + 1, Sort.NOUN);
        if (!bare
                || number == null
                || (w.is(d, Sort.DIGITS) && w.follows(d + 1))
                || (w.is(d, Sort.ORDINAL) && (d == i + 1 || w.follows(number.last() + 1)))) {
            return null;
        }
        LocalDate month = c.today().withDayOfMonth(1);
        LocalDate best = null;
        for (int m = -11; m <= 11; m++) {
            LocalDate first = month.plusMonths(m);
            LocalDate day = Dates.orNull(first.getYear(), first.getMonthValue(), number.value());
            boolean fits = day != null && day.getDayOfWeek().getValue() == w.value(i);
            if (fits && day != null && (best == null || away(c, day) < away(c, best))) {
                best = day;
            }
        }
        return best == null ? null : Reading.of(i, number.last(), Point.day(best));
    }

    /** Days between it and the publication day; a day that is over counts a little further. */
    private static long away(Context c, LocalDate day) {
        long days = day.toEpochDay() - c.today().toEpochDay();
        return days < 0 ? 2 * -days : days;
    }

    /** A date without a year that does not fall on the weekday named: the year next to it that does, if there is one. */
    private static LocalDate agreeing(Reading date, int weekday, Words w) {
        LocalDate day = date.point() == null ? LocalDate.EPOCH : date.point().first();
        return Years.isYear(w, date.last()) ? day : agreeing(day, weekday);
    }

    /** The same day of the year next to it that falls on the weekday; the day itself when there is none. */
    static LocalDate agreeing(LocalDate day, int weekday) {
        if (day.getDayOfWeek().getValue() == weekday) {
            return day;
        }
        for (int years : new int[] {1, -1}) {
            LocalDate other = Dates.orNull(day.getYear() + years, day.getMonthValue(), day.getDayOfMonth());
            if (other != null && other.getDayOfWeek().getValue() == weekday) {
                return other;
            }
        }
        return day;
    }

    private static LocalDate coming(Context c, int number) {
        int ahead = Math.floorMod(number - c.today().getDayOfWeek().getValue(), 7);
        return c.today().plusDays(ahead == 0 ? 7 : ahead);
    }

    /** "this Friday", "this coming Sunday", "next Friday", "last Wednesday", "next week Monday", "next week's Monday". */
    private static @Nullable Reading modified(Context c, int i, int first) {
        Words w = c.words();
        int day = w.is(i, Sort.THIS) && (w.is(i + 1, Sort.NEXT) || w.is(i + 1, Sort.LAST)) ? i + 2 : i + 1;
        if (w.is(day, Sort.UNIT) && Unit.of(w.value(day)) == Unit.WEEK) {
            int on = w.is(day + 1, Sort.ON) ? day + 2 : day + 1;
            return w.is(on, Sort.WEEKDAY)
                    ? Reading.of(first, on, Point.day(weekOf(c, i).plusDays(w.value(on) - 1L)))
                    : null;
        }
        if (!w.is(day, Sort.WEEKDAY)) {
            return null;
        }
        int number = w.value(day);
        Reading dated = dated(c, day);
        if (dated != null) {
            return dated.from(first);
        }
        boolean near = day == i + 2 || w.value(i) == 0;
        int ahead = number - c.today().getDayOfWeek().getValue();
        LocalDate date =
                switch (w.sort(day - 1)) {
                    case LAST -> {
                        int back = Math.floorMod(-ahead, 7);
                        boolean justNow = !near && back <= 2 && ahead < 0;
                        yield c.today().minusDays(back == 0 ? 7 : justNow ? back + 7 : back);
                    }
                    case NEXT -> {
                        LocalDate soon = coming(c, number);
                        boolean thisWeek = ahead > 0;
                        yield !near && thisWeek ? soon.plusDays(7) : soon;
                    }
                    default -> c.today().plusDays(ahead);
                };
        return Reading.of(first, day, Point.day(date));
    }

    private static @Nullable Reading ofMonth(Context c, int i, int first) {
        Words w = c.words();
        boolean last = w.is(i, Sort.LAST) && w.value(i) == 1;
        if (!(w.is(i, Sort.ORDINAL) || w.is(i, Sort.NTH) || last) || !w.is(i + 1, Sort.WEEKDAY)) {
            return null;
        }
        int n = last ? -1 : w.value(i);
        int m = w.is(i + 2, Sort.OF) || w.is(i + 2, Sort.IN) ? i + 3 : -1;
        if (m < 0 || n < -1 || n == 0 || n > 5) {
            return null;
        }
        Point month = null;
        int end = m;
        if (w.is(m, Sort.MONTH)) {
            boolean year = Years.isYear(w, m + 1) && w.near(m + 1);
            end = year ? m + 1 : m;
            month = Point.month(year ? w.value(m + 1) : c.yearOf(w.value(m), 15, first, m), w.value(m));
        } else if (w.is(m + 1, Sort.UNIT) && Unit.of(w.value(m + 1)) == Unit.MONTH) {
            end = m + 1;
            Point now = Point.containing(Unit.MONTH, c.today());
            month = switch (w.sort(m)) {
                case NEXT -> now.plus(1);
                case LAST -> now.plus(-1);
                case THIS, THE -> now;
                default -> null;
            };
        }
        if (month == null) {
            return null;
        }
        LocalDate day = Dates.nth(month.first().getYear(), month.first().getMonthValue(), w.value(i + 1), n);
        return new Reading(first, end, day.toString(), DateKind.DATE, Point.day(day));
    }
}
