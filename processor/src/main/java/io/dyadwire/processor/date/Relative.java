package io.dyadwire.processor.date;

import io.dyadwire.contract.tag.DateKind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Dates told by their distance: "today", "next month", "later this week", "the end of the year", "early next year",
 * "the third quarter of 2019".
 */
final class Relative {
    private final Reader whole;

    /** Reads any date expression at a word; for "the end of …" and "two days after …". */
    interface Reader {
        @Nullable
        Reading read(Context c, int i);
    }

    Relative(Reader whole) {
        this.whole = whole;
    }

    @Nullable
    Reading read(Context c, int i) {
        Words w = c.words();
        return switch (w.sort(i)) {
            case DEICTIC ->
                w.named(i) ? null : Reading.of(i, i, Point.day(c.today().plusDays(w.value(i))));
            case TONIGHT -> Reading.of(i, i, c.today() + "TNI", DateKind.TIME);
            case EARLIER, LATER -> softened(c, i, i + 1);
            case EDGE -> edge(c, i);
            case LIMIT -> limit(c, i, i);
            case THIS, NEXT, LAST, SAME -> unit(c, i, i);
            case THE -> the(c, i);
            case SEASON -> season(c, i, i);
            case UNIT -> unitEnd(c, i);
            case THEN -> then(c, i, i);
            default -> null;
        };
    }

    private @Nullable Reading the(Context c, int i) {
        Words w = c.words();
        return switch (w.sort(i + 1)) {
            case LIMIT -> limit(c, i + 1, i);
            case THIS, NEXT, LAST, SAME -> unit(c, i + 1, i);
            case SEASON -> season(c, i + 1, i);
            case EDGE -> {
                Reading inner = edge(c, i + 1);
                yield inner == null ? null : inner.from(i);
            }
            case UNIT -> theUnit(c, i + 1, i);
            default -> null;
        };
    }

    /** "the day after tomorrow", "the year before", "the month earlier". */
    private @Nullable Reading theUnit(Context c, int i, int first) {
        Words w = c.words();
        Unit unit = Unit.of(w.value(i));
        Reading here = thisDay(c, i, first);
        if (here != null) {
            return here;
        }
        boolean after = w.is(i + 1, Sort.AFTER);
        boolean before = w.is(i + 1, Sort.BEFORE) || w.is(i + 1, Sort.EARLIER) || w.is(i + 1, Sort.LAST);
        if ((!after && !before) || unit.shorterThanADay()) {
            return null;
        }
        int sign = after ? 1 : -1;
        if (after && w.is(i + 2, Sort.NEXT) && w.follows(i + 2) && !w.is(i + 3, Sort.UNIT)) {
            return Reading.of(first, i + 2, Point.containing(unit, c.today()).plus(2));
        }
        if (w.is(i + 2, Sort.DEICTIC)) {
            return Reading.of(
                    first, i + 2, Point.day(c.today().plusDays(w.value(i + 2))).plus(sign));
        }
        if (w.follows(i + 2) && w.together(i + 1, i + 2)) {
            return null;
        }
        Point from = unit == Unit.DAY
                ? Point.day(c.anchor())
                : Point.containing(unit, c.latest().first());
        return Reading.of(first, i + 1, from.plus(sign));
    }

    /** "ended the day", "closed for the day"; "over the weekend": the last one or the next, by the tense. */
    private static @Nullable Reading thisDay(Context c, int i, int first) {
        Words w = c.words();
        boolean ends = !w.follows(i + 1) || w.sort(i + 1) != Sort.NONE;
        if (Unit.of(w.value(i)) == Unit.DAY && w.length(i) == 3) {
            boolean goesOn = w.is(i + 1, Sort.OF) || w.is(i + 1, Sort.AFTER) || w.is(i + 1, Sort.BEFORE);
            boolean told = (w.is(first - 1, Sort.FOR) && ends && !goesOn) || bounds(w, first - 1);
            return told ? Reading.of(first, i, Point.day(c.anchor())) : null;
        }
        boolean led = w.is(first - 1, Sort.OVER)
                || w.is(first - 1, Sort.AT)
                || w.is(first - 1, Sort.ON)
                || w.is(first - 1, Sort.DURING);
        if (Unit.of(w.value(i)) != Unit.WEEKEND || !led || w.is(i + 1, Sort.OF)) {
            return null;
        }
        Point here = Point.containing(Unit.WEEKEND, c.today());
        boolean over = Tense.around(w, first, i) != Tense.COMING && c.today().isBefore(here.first());
        return Reading.of(first, i, over ? here.plus(-1) : here);
    }

    /** "ended the day", "finishing the day". */
    private static boolean bounds(Words w, int i) {
        return w.reads(i, "ended")
                || w.reads(i, "ending")
                || w.reads(i, "end")
                || w.reads(i, "closed")
                || w.reads(i, "closing")
                || w.reads(i, "finished")
                || w.reads(i, "finishing")
                || w.reads(i, "finish")
                || w.reads(i, "started")
                || w.reads(i, "began");
    }

    /** "by then", "until that time": the date told before. */
    private static @Nullable Reading then(Context c, int last, int first) {
        Words w = c.words();
        boolean led = w.is(first - 1, Sort.BY) || w.is(first - 1, Sort.UNTIL) || w.is(first - 1, Sort.BEFORE);
        return led && c.anchored() && !w.sentenceStart(first) ? Reading.of(first, last, c.latest()) : null;
    }

    /** "later this week", "earlier in the day", "earlier today": as coarse as what follows. */
    private @Nullable Reading softened(Context c, int i, int inner) {
        Words w = c.words();
        int k = w.is(inner, Sort.IN) ? inner + 1 : inner;
        boolean day = k > inner && w.is(k, Sort.THE) && w.is(k + 1, Sort.UNIT) && w.follows(k + 1);
        if (day && !Unit.of(w.value(k + 1)).shorterThanADay()) {
            Unit unit = Unit.of(w.value(k + 1));
            LocalDate base = unit == Unit.DAY ? c.anchor() : c.today();
            return Reading.of(i, k + 1, Point.containing(unit, base));
        }
        Reading reading =
                switch (w.sort(k)) {
                    case THIS, NEXT, LAST, SAME -> unit(c, k, k);
                    case DEICTIC -> read(c, k);
                    case MONTH, WEEKDAY -> whole.read(c, k);
                    default -> null;
                };
        return reading == null || !w.follows(inner) ? null : reading.from(i);
    }

    /** "early June", "mid-October", "late 1917", "early next year". */
    private @Nullable Reading edge(Context c, int i) {
        Words w = c.words();
        int k = i + 1;
        if (w.is(k, Sort.IN) || w.is(k, Sort.ON)) {
            k++;
        }
        if (!(w.follows(i + 1) || w.before(i + 1) == '-') || !w.inside(k)) {
            return null;
        }
        Reading inner =
                switch (w.sort(k)) {
                    case MONTH, WEEKDAY, DIGITS, THIS, NEXT, LAST, SAME, SEASON, DEICTIC, YEARS, FISCAL ->
                        whole.read(c, k);
                    case THE -> w.is(k + 1, Sort.UNIT) ? theEnd(c, k) : whole.read(c, k);
                    case UNIT -> middle(c, k);
                    default -> null;
                };
        return inner == null || inner.kind() != DateKind.DATE ? null : inner.from(i);
    }

    /** "mid-year", "mid-month". */
    private static @Nullable Reading middle(Context c, int k) {
        Words w = c.words();
        Unit unit = Unit.of(w.value(k));
        boolean tied = w.joined(k, '-') && w.value(k - 1) == 1 && (unit == Unit.YEAR || unit == Unit.MONTH);
        return tied ? Reading.of(k, k, Point.containing(unit, c.today())) : null;
    }

    /** "the end of the month", "the beginning of 1990", "the middle of next week", "end-September". */
    private @Nullable Reading limit(Context c, int i, int first) {
        Words w = c.words();
        boolean tied = w.before(i + 1) == '-' && w.value(i) == 2 && first == i;
        if (tied && (w.is(i + 1, Sort.MONTH) || w.is(i + 1, Sort.DIGITS))) {
            Reading end = whole.read(c, i + 1);
            return end == null || end.kind() != DateKind.DATE ? null : end.from(i);
        }
        if (!w.is(i + 1, Sort.OF)) {
            return null;
        }
        Reading inner = w.is(i + 2, Sort.THE) && w.is(i + 3, Sort.UNIT) ? theEnd(c, i + 2) : whole.read(c, i + 2);
        boolean date = inner != null && inner.kind() == DateKind.DATE && inner.point() != null;
        return !date || inner == null ? null : inner.from(first);
    }

    static @Nullable Reading theEnd(Context c, int i) {
        Words w = c.words();
        Unit unit = Unit.of(w.value(i + 1));
        if (unit.shorterThanADay() || unit == Unit.FORTNIGHT) {
            return null;
        }
        LocalDate base =
                unit == Unit.DAY ? c.anchor() : c.history() ? c.latest().first() : c.today();
        return Reading.of(i, i + 1, Point.containing(unit, base));
    }

    /** "year-end", "year end 2020", "month's end", "by week's end". */
    private static @Nullable Reading unitEnd(Context c, int i) {
        Words w = c.words();
        Unit unit = Unit.of(w.value(i));
        boolean tied = w.before(i + 1) == '-' || w.possessive(i) || unit == Unit.YEAR;
        boolean end =
                w.is(i + 1, Sort.LIMIT) && w.value(i + 1) == 2 && tied && (w.before(i + 1) == '-' || w.follows(i + 1));
        boolean ends =
                switch (unit) {
                    case WEEK, MONTH, QUARTER, YEAR -> end && !w.plural(i);
                    default -> false;
                };
        if (!ends) {
            return null;
        }
        boolean weekend = unit == Unit.WEEK && w.before(i + 1) == '-';
        boolean told = unit == Unit.YEAR && Years.isYear(w, i + 2) && w.near(i + 2);
        return told
                ? Reading.of(i, i + 2, Point.year(w.value(i + 2)))
                : Reading.of(i, i + 1, Point.containing(weekend ? Unit.WEEKEND : unit, told(c)));
    }

    private static LocalDate told(Context c) {
        return c.history() ? c.latest().first() : c.today();
    }

    /** A unit with a word that says which: "this week", "last year", "that month", "the third quarter (of 2019)". */
    private @Nullable Reading unit(Context c, int i, int first) {
        Words w = c.words();
        if ((w.is(i, Sort.LAST) && (w.is(i + 1, Sort.SEASON) || w.is(i + 1, Sort.MONTH)))
                || (w.is(i, Sort.NEXT) && (w.is(i + 1, Sort.SEASON) || w.is(i + 1, Sort.MONTH)))
                || (w.is(i, Sort.THIS) && (w.is(i + 1, Sort.SEASON) || w.is(i + 1, Sort.MONTH)))) {
            return modifiedMonth(c, i, first);
        }
        if (w.is(i, Sort.SAME) && w.is(i + 1, Sort.SAME)) {
            Reading same = unit(c, i + 1, first);
            return same;
        }
        if (w.is(i, Sort.SAME) && w.reads(i + 1, "time")) {
            return then(c, i + 1, first);
        }
        int u = w.is(i, Sort.THIS) && (w.is(i + 1, Sort.LAST) || w.is(i + 1, Sort.NEXT)) ? i + 2 : i + 1;
        u = w.is(u, Sort.CALENDAR) || w.is(u, Sort.FISCAL) ? u + 1 : u;
        if (!w.is(u, Sort.UNIT) || !w.follows(u)) {
            return null;
        }
        Unit unit = Unit.of(w.value(u));
        if (unit.shorterThanADay() || (unit == Unit.DAY && w.reads(i, "last"))) {
            return null;
        }
        if (w.plural(u)) {
            return null;
        }
        Reading dayIn = quarterOf(c, i, u, first);
        if (dayIn != null) {
            return dayIn;
        }
        boolean near = first == i && !w.is(i, Sort.SAME);
        Sort which = u == i + 2 && !w.is(i + 1, Sort.CALENDAR) && !w.is(i + 1, Sort.FISCAL) ? w.sort(i + 1) : w.sort(i);
        boolean weekAhead = unit == Unit.WEEK
                && c.today().getDayOfWeek() == DayOfWeek.SUNDAY
                && w.is(i, Sort.THIS)
                && Tense.around(w, first, u) == Tense.COMING;
        Point now = Point.containing(unit, weekAhead ? c.today().plusDays(1) : c.today());
        Point then = Point.containing(
                unit, unit == Unit.DAY ? c.anchor() : c.latest().first());
        boolean told = !near || c.history() || (w.is(i, Sort.NEXT) && w.value(i) == 1 && following(w, i));
        Point base = told ? then : now;
        Point point =
                switch (which) {
                    case THIS -> c.history() ? then : now;
                    case SAME -> then;
                    case NEXT -> near && !told ? now.plus(1) : base.plus(1);
                    case LAST -> past(c, i, first, now, base);
                    default -> now;
                };
        if (which == Sort.LAST && w.value(i) == 0 && unit != Unit.WEEKEND && unit != Unit.DAY && first < i) {
            return Reading.of(first, u, unit.duration(1), DateKind.DURATION);
        }
        return unit == Unit.DAY && which == Sort.THIS ? null : Reading.of(first, u, point);
    }

    private static boolean following(Words w, int i) {
        return w.length(i) > 4;
    }

    private static Point past(Context c, int i, int first, Point now, Point base) {
        boolean previous = c.words().length(i) > 4;
        return first < i && previous ? base.plus(-1) : now.plus(-1);
    }

    /** "next year's first quarter". */
    private static @Nullable Reading quarterOf(Context c, int i, int u, int first) {
        Words w = c.words();
        boolean year = Unit.of(w.value(u)) == Unit.YEAR;
        boolean quarter =
                w.is(u + 1, Sort.ORDINAL) && w.is(u + 2, Sort.UNIT) && Unit.of(w.value(u + 2)) == Unit.QUARTER;
        if (!year || !quarter || w.value(u + 1) > 4) {
            return null;
        }
        int shift = w.is(i, Sort.NEXT) ? 1 : w.is(i, Sort.LAST) ? -1 : 0;
        return Reading.of(first, u + 2, Parts.quarter(c.today().getYear() + shift, w.value(u + 1)));
    }

    private static @Nullable Reading modifiedMonth(Context c, int i, int first) {
        Words w = c.words();
        int number = w.value(i + 1);
        LocalDate today = c.today();
        if (w.is(i + 1, Sort.SEASON)) {
            Point here = Point.season(today.getYear(), number);
            Point told = Point.season(c.latest().first().getYear(), number);
            Point point = c.history() && w.is(i, Sort.NEXT)
                    ? (told.first().isAfter(c.latest().first()) ? told : told.plus(1))
                    : switch (w.sort(i)) {
                        case NEXT -> here.first().isAfter(today) ? here : here.plus(1);
                        case LAST -> here.first().plusMonths(3).isAfter(today) ? here.plus(-1) : here;
                        default -> here;
                    };
            return Reading.of(first, i + 1, point);
        }
        if (!w.capital(i + 1) || (w.is(i + 2, Sort.DIGITS) && w.near(i + 2))) {
            return null;
        }
        int month = today.getMonthValue();
        int year = today.getYear();
        int at =
                switch (w.sort(i)) {
                    case NEXT -> number > month ? year : year + 1;
                    case LAST -> number < month ? year : year - 1;
                    default -> year;
                };
        return Reading.of(first, i + 1, Point.month(at, number));
    }

    /** The year that is told at this word: "2019", "last year", "the year", "fiscal 2020". */
    @Nullable
    Reading yearAt(Context c, int y) {
        Words w = c.words();
        if (Years.isYear(w, y)) {
            return Reading.of(y, y, Point.year(w.value(y)));
        }
        int k = w.is(y, Sort.THE) ? y + 1 : y;
        boolean modified = w.is(k, Sort.THIS) || w.is(k, Sort.NEXT) || w.is(k, Sort.LAST) || w.is(k, Sort.SAME);
        Reading reading = w.is(y, Sort.FISCAL) ? Years.read(c, y) : modified ? unit(c, k, y) : null;
        if (reading == null && w.is(y, Sort.THE) && w.is(y + 1, Sort.UNIT)) {
            reading = theEnd(c, y);
        }
        return reading != null && reading.point() != null && reading.point().unit() == Unit.YEAR ? reading : null;
    }

    /** "the summer", "the winter of 1914", "spring 2020". */
    private @Nullable Reading season(Context c, int i, int first) {
        Words w = c.words();
        int y = w.is(i + 1, Sort.OF) ? i + 2 : i + 1;
        Reading year = w.inside(y) && w.follows(y) ? yearAt(c, y) : null;
        if (year != null && year.point() != null) {
            int last = Years.withShortEnd(w, year.last());
            return Reading.of(first, last, Point.season(year.point().first().getYear(), w.value(i)));
        }
        boolean led = first < i
                || w.is(i - 1, Sort.IN)
                || w.is(i - 1, Sort.EDGE)
                || w.is(i - 1, Sort.BY)
                || w.is(i - 1, Sort.UNTIL);
        boolean fall = w.value(i) == 2 && w.length(i) == 4;
        boolean noun = w.follows(i + 1) && w.is(i + 1, Sort.OF);
        if (!led
                || noun
                || (w.value(i) == 0
                        && first == i
                        && !w.is(i - 1, Sort.IN)
                        && !w.is(i - 1, Sort.BY)
                        && !w.is(i - 1, Sort.EDGE))
                || (fall && !w.is(i - 1, Sort.IN) && !w.is(i - 1, Sort.THE))) {
            return null;
        }
        int at = c.yearOf(w.value(i) * 3 + 4 > 12 ? 12 : w.value(i) * 3 + 4, 15, first, i);
        return Reading.of(first, i, Point.season(at, w.value(i)));
    }
}
