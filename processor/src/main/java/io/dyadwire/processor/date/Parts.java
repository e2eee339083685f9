package io.dyadwire.processor.date;

import io.dyadwire.contract.tag.DateKind;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a month or year: "the third quarter of 2019", "Q3 2019", "the first half of last year", "the last day of May",
 * "the second week of October"; and the week or weekend of a day: "the week of Oct. 6".
 */
final class Parts {
    private static final int QUARTERS = 4;
    private static final int HALVES = 2;
    private static final Set<String> RESULTS = Set.of(
            "data",
            "earnings",
            "figures",
            "income",
            "loss",
            "numbers",
            "profit",
            "profits",
            "report",
            "results",
            "revenue");

    private final Relative relative;
    private final Relative.Reader whole;

    Parts(Relative relative, Relative.Reader whole) {
        this.relative = relative;
        this.whole = whole;
    }

    @Nullable
    Reading read(Context c, int i) {
        Words w = c.words();
        int k = w.is(i, Sort.THE) ? i + 1 : i;
        return switch (w.sort(k)) {
            case ORDINAL, NTH, FINAL -> {
                Reading part = part(c, k, i);
                yield part == null ? counted(c, k, i) : part;
            }
            case LAST -> counted(c, k, i);
            case QUARTER_MARK -> marked(c, k, i);
            case UNIT -> around(c, k, i);
            default -> null;
        };
    }

    /** "the third quarter", "the final quarter of 2009", "the first half of last year", "the first half of May". */
    private @Nullable Reading part(Context c, int i, int first) {
        Words w = c.words();
        boolean half = w.is(i + 1, Sort.HALF);
        boolean quarter = w.is(i + 1, Sort.UNIT) && Unit.of(w.value(i + 1)) == Unit.QUARTER;
        if ((!half && !quarter) || !(w.follows(i + 1) || w.before(i + 1) == '-')) {
            return null;
        }
        int of = half ? HALVES : QUARTERS;
        int n = w.is(i, Sort.FINAL) ? of : w.value(i);
        return n < 1 || n > of ? null : ofYear(c, n, half, i + 1, first);
    }

    /** "Q3 2019", "Q3". A half needs its year. */
    private @Nullable Reading marked(Context c, int i, int first) {
        Words w = c.words();
        boolean half =
                (w.source().charAt(w.start(i)) | 0x20) == 'h' || (w.source().charAt(w.end(i) - 1) | 0x20) == 'h';
        return w.sentenceStart(i) && w.follows(i + 1) && w.sort(i + 1) == Sort.NONE && w.count() < 4
                ? null
                : ofYear(c, w.value(i), half, i, first);
    }

    private @Nullable Reading ofYear(Context c, int n, boolean half, int last, int first) {
        Words w = c.words();
        int y = w.is(last + 1, Sort.OF) || w.is(last + 1, Sort.IN) ? last + 2 : last + 1;
        Reading year = w.inside(y) && !w.is(y, Sort.ORDINAL) ? relative.yearAt(c, y) : null;
        if (year != null && year.point() != null) {
            int number = year.point().first().getYear();
            Point point = half ? new Point(Unit.HALF, LocalDate.of(number, n * 6 - 5, 1)) : quarter(number, n);
            return Reading.of(first, year.last(), point);
        }
        if (half) {
            Reading month = w.is(y, Sort.MONTH) && y == last + 2 ? whole.read(c, y) : null;
            boolean whole =
                    month != null && month.point() != null && month.point().unit() == Unit.MONTH;
            return month == null || !whole ? null : month.from(first);
        }
        Point now = Point.containing(Unit.QUARTER, c.today());
        Point over = now.plus(-1);
        if (results(w, last + 1) && quarter(over.first().getYear(), n).equals(over)) {
            return Reading.of(first, last, over);
        }
        boolean coming = Tense.around(w, first, last) == Tense.COMING;
        Point here = quarter(c.today().getYear(), n);
        boolean before = here.first().isBefore(now.first());
        boolean after = here.first().isAfter(now.first());
        Point point = coming && before
                ? here.plus(QUARTERS)
                : !coming && after && n - (now.first().getMonthValue() + 2) / 3 >= 2 ? here.plus(-QUARTERS) : here;
        return Reading.of(first, last, point);
    }

    /** What is told of the quarter that is just over: "will report second-quarter results". */
    private static boolean results(Words w, int i) {
        int noun = w.reads(i, "net") || w.reads(i, "operating") ? i + 1 : i;
        return RESULTS.contains(w.text(noun));
    }

    static Point quarter(int year, int number) {
        return new Point(Unit.QUARTER, LocalDate.of(year, number * 3 - 2, 1));
    }

    /** "the last day of May", "the fifth last day of the year", "the second week of October". */
    private @Nullable Reading counted(Context c, int i, int first) {
        Words w = c.words();
        boolean numbered = w.is(i, Sort.ORDINAL) || w.is(i, Sort.NTH);
        boolean fromEnd = !numbered || w.is(i + 1, Sort.LAST);
        int u = numbered && fromEnd ? i + 2 : i + 1;
        boolean led = w.is(u + 1, Sort.OF) || (w.is(u + 1, Sort.IN) && w.is(u + 2, Sort.MONTH));
        if (!w.is(u, Sort.UNIT) || !led || !w.inside(u + 2)) {
            return null;
        }
        Unit unit = Unit.of(w.value(u));
        int n = numbered ? w.value(i) : 1;
        if ((unit != Unit.DAY && unit != Unit.WEEK) || n < 1) {
            return null;
        }
        Reading inner =
                w.is(u + 2, Sort.THE) && w.is(u + 3, Sort.UNIT) ? Relative.theEnd(c, u + 2) : whole.read(c, u + 2);
        if (inner == null || inner.kind() != DateKind.DATE || inner.point() == null) {
            return null;
        }
        Point in = inner.point();
        LocalDate end = in.plus(1).first().minusDays(1);
        Point from = Point.containing(unit, fromEnd ? end : in.first());
        Point point = from.plus(fromEnd ? 1 - n : n - 1);
        boolean fits = !point.first().isAfter(end) && !point.plus(1).first().isBefore(in.first());
        return switch (in.unit()) {
            case MONTH, QUARTER, HALF, YEAR -> fits ? Reading.of(first, inner.last(), point) : null;
            default -> null;
        };
    }

    /** "the week of Oct. 6", "the week beginning Monday, Aug. 26", "the weekend of July 4". */
    private @Nullable Reading around(Context c, int i, int first) {
        Words w = c.words();
        Unit unit = Unit.of(w.value(i));
        boolean named = w.is(i + 1, Sort.OF)
                || w.reads(i + 1, "beginning")
                || w.reads(i + 1, "starting")
                || w.reads(i + 1, "ending");
        if ((unit != Unit.WEEK && unit != Unit.WEEKEND) || !named || w.plural(i)) {
            return null;
        }
        boolean dated = w.is(i + 2, Sort.MONTH) || w.is(i + 2, Sort.DIGITS) || w.is(i + 2, Sort.WEEKDAY);
        Reading day = dated ? whole.read(c, i + 2) : null;
        return day == null || day.point() == null || day.point().unit() != Unit.DAY
                ? null
                : Reading.of(
                        first, day.last(), Point.containing(unit, day.point().first()));
    }
}
