package io.dyadwire.processor.date;

import io.dyadwire.contract.tag.DateKind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Dates counted from another: "two weeks ago", "in two weeks", "within 60 days", "three days after Easter". */
final class Distances {
    /** A text of fewer words has no story that "three years later" could continue. */
    private static final int SHORT = 12;

    private final Relative.Reader whole;

    Distances(Relative.Reader whole) {
        this.whole = whole;
    }

    @Nullable
    Reading read(Context c, int i) {
        Amount amount = Amount.at(c.words(), i);
        Reading there = amount == null ? null : read(c, amount, i);
        return there == null ? null : onWeekday(c.words(), amount.last() + 1, there);
    }

    /** "two months from today on Tuesday": the first one from then on. Days and weeks are counted more exactly than that. */
    private static Reading onWeekday(Words w, int unit, Reading there) {
        int day = there.last() + 2;
        Point point = there.point();
        boolean told = w.is(day - 1, Sort.ON)
                && w.is(day, Sort.WEEKDAY)
                && w.together(there.last(), day)
                && w.is(unit, Sort.UNIT)
                && Unit.of(w.value(unit)).compareTo(Unit.MONTH) >= 0;
        if (!told || point == null || point.unit() != Unit.DAY || w.is(day + 1, Sort.DIGITS)) {
            return there;
        }
        LocalDate first = point.first().with(TemporalAdjusters.nextOrSame(DayOfWeek.of(w.value(day))));
        return Reading.of(there.first(), day, Point.day(first));
    }

    /** "two weeks ago", "three days later", "3 days from today", "two days after next Friday", "in two weeks". */
    private @Nullable Reading read(Context c, Amount amount, int i) {
        Words w = c.words();
        Compound compound = Compound.at(w, i, amount);
        if (compound != null) {
            return compound(c, compound, i);
        }
        int u = w.is(amount.last() + 1, Sort.CALENDAR) ? amount.last() + 2 : amount.last() + 1;
        if (!w.is(u, Sort.UNIT) || !w.follows(u)) {
            return null;
        }
        Unit unit = Unit.of(w.value(u));
        long n = Math.round(amount.vague() ? 3 : Math.ceil(amount.number()));
        if (n > 20_000) {
            return null;
        }
        int k = u + 1;
        switch (w.sort(k)) {
            case AGO -> {
                if (w.is(k + 1, Sort.DEICTIC) && w.follows(k + 1) && !amount.vague() && !unit.shorterThanADay()) {
                    LocalDate from = c.today().plusDays(w.value(k + 1));
                    return Reading.of(
                            i, k + 1, Point.day(new Point(unit, from).plus(-n).first()));
                }
                if (w.is(k + 1, Sort.WEEKDAY) && w.follows(k + 1) && unit == Unit.WEEK && !amount.vague()) {
                    LocalDate last = c.today().with(TemporalAdjusters.previous(DayOfWeek.of(w.value(k + 1))));
                    return Reading.of(i, k + 1, Point.day(last.minusWeeks(n)));
                }
                return w.follows(k) ? shifted(c, amount, c.today(), unit, -n, i, k, false) : null;
            }
            case HENCE -> {
                return shifted(c, amount, c.today(), unit, n, i, k, false);
            }
            case LATER, EARLIER -> {
                boolean compared = w.reads(k + 1, "than");
                int planned = compared ? planned(w, k + 2) : -1;
                if (planned > 0
                        && c.lastRead() == i - 1
                        && w.before(i) == ','
                        && c.latest().unit() == Unit.DAY) {
                    return Reading.of(i, planned, c.latest());
                }
                return w.follows(k) && !compared && (c.anchored() || unit.compareTo(Unit.YEAR) < 0 || w.count() < SHORT)
                        ? shifted(c, amount, c.anchor(unit), unit, w.is(k, Sort.LATER) ? n : -n, i, k, true)
                        : null;
            }
            case FROM, AFTER, BEFORE, SINCE -> {
                boolean ends = !w.follows(k + 1) && !w.is(k, Sort.FROM) && !w.is(k, Sort.SINCE) && w.follows(k);
                if (ends && (c.anchored() || unit.compareTo(Unit.YEAR) < 0)) {
                    return shifted(c, amount, c.anchor(unit), unit, w.is(k, Sort.AFTER) ? n : -n, i, k, true);
                }
                return fromAnother(c, amount, unit, w.is(k, Sort.BEFORE) ? -n : n, i, k);
            }
            default -> {
                boolean about = w.reads(i - 1, "than")
                        || w.is(i - 1, Sort.OVER)
                        || w.is(i - 1, Sort.TO)
                        || w.is(i - 1, Sort.OR);
                if (w.reads(k, "away") && !about && !w.is(k + 1, Sort.FROM) && unit.compareTo(Unit.DAY) >= 0) {
                    return w.follows(k) ? shifted(c, amount, c.today(), unit, n, i, k, false) : null;
                }
            }
        }
        boolean within = w.is(i - 1, Sort.WITHIN) && !c.history() && Tense.besides(w, i - 1, u) != Tense.PAST;
        boolean in = !c.history()
                && w.is(i - 1, Sort.IN)
                && w.follows(i)
                && !w.is(k, Sort.OF)
                && (unit != Unit.SECOND || amount.number() == Math.rint(amount.number()))
                && Tense.around(w, i - 1, u) != Tense.PAST
                && !looksBack(w, i - 2);
        return !amount.vague() && (within || in) && !w.is(k, Sort.OLD)
                ? shifted(c, amount, c.today(), unit, n, i, u, false)
                : null;
    }

    /** The last word of "(originally) planned"; -1 where it is not said. */
    private static int planned(Words w, int i) {
        boolean first = w.reads(i, "originally") || w.reads(i, "initially") || w.reads(i, "previously");
        int at = first ? i + 1 : i;
        boolean is = w.reads(at, "planned") || w.reads(at, "scheduled") || w.reads(at, "expected");
        return is ? at : -1;
    }

    /** "two years and three months later". */
    private static @Nullable Reading compound(Context c, Compound length, int first) {
        Words w = c.words();
        int k = length.last() + 1;
        boolean timed = length.smallest().shorterThanADay() || !w.follows(k);
        return switch (timed ? Sort.NONE : w.sort(k)) {
            case AGO -> Reading.of(first, k, length.from(c.today(), -1));
            case HENCE -> Reading.of(first, k, length.from(c.today(), 1));
            case LATER -> Reading.of(first, k, length.from(c.anchor(length.smallest()), 1));
            case EARLIER -> Reading.of(first, k, length.from(c.anchor(length.smallest()), -1));
            case FROM ->
                w.is(k + 1, Sort.NOW) || w.reads(k + 1, "today")
                        ? Reading.of(first, k + 1, length.from(c.today(), 1))
                        : null;
            default -> null;
        };
    }

    /** "the first such meeting in three years", "the worst storm in a decade". */
    private static boolean looksBack(Words w, int from) {
        for (int k = from; k > from - 10 && w.together(k, from); k--) {
            boolean rank = (w.is(k, Sort.ORDINAL) && w.value(k) <= 3) || w.is(k, Sort.LAST) || w.superlative(k);
            if (rank) {
                return true;
            }
            if (w.is(k, Sort.WILL) || w.is(k, Sort.MODAL) || w.is(k, Sort.TO)) {
                return false;
            }
        }
        return false;
    }

    private @Nullable Reading fromAnother(Context c, Amount amount, Unit unit, long n, int i, int k) {
        Words w = c.words();
        if (w.is(k, Sort.FROM) && w.is(k + 1, Sort.NOW)) {
            return shifted(c, amount, c.today(), unit, n, i, k + 1, false);
        }
        Reading other = w.inside(k + 1) && w.together(k, k + 1) ? whole.read(c, k + 1) : null;
        if (other == null || other.point() == null || amount.vague()) {
            return null;
        }
        if (other.point().unit() == Unit.DAY && !unit.shorterThanADay()) {
            LocalDate day = new Point(unit, other.point().first()).plus(n).first();
            return inRange(day) ? Reading.of(i, other.last(), Point.day(day)) : null;
        }
        return null;
    }

    private static boolean inRange(LocalDate day) {
        return day.getYear() > 0 && day.getYear() < 10_000;
    }

    private static @Nullable Reading shifted(
            Context c, Amount amount, LocalDate from, Unit unit, long n, int first, int last, boolean told) {
        if (amount.vague()) {
            boolean anchored = told && unit != Unit.DAY;
            return anchored ? null : Reading.of(first, last, n < 0 ? "PAST_REF" : "FUTURE_REF", DateKind.DATE);
        }
        if (unit.shorterThanADay()) {
            LocalDateTime at =
                    switch (unit) {
                        case SECOND -> c.published().plusSeconds(n);
                        case MINUTE -> c.published().plusMinutes(n);
                        default ->
                            amount.number() == 0.5
                                    ? c.published().plusMinutes(n < 0 ? -30 : 30)
                                    : c.published().plusHours(n);
                    };
            return Reading.of(
                    first,
                    last,
                    at.toLocalDate() + "T" + at.toLocalTime().toString().substring(0, 5),
                    DateKind.TIME);
        }
        LocalDate day = new Point(unit, from).plus(n).first();
        if (!inRange(day)) {
            return null;
        }
        Unit grain =
                switch (unit) {
                    case MONTH -> told ? Unit.MONTH : Unit.DAY;
                    case QUARTER, YEAR -> unit;
                    case DECADE, CENTURY -> Unit.YEAR;
                    default -> Unit.DAY;
                };
        return Reading.of(first, last, Point.containing(grain, day));
    }
}
