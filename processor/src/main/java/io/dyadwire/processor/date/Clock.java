package io.dyadwire.processor.date;

import io.dyadwire.contract.tag.DateKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Times of day with the day they belong to: "18:00 UTC", "5 p.m. EST Nov. 9", "Friday morning", "midnight". */
final class Clock {
    private static final String[] PARTS = {"MO", "AF", "EV", "NI", "DT", "MI"};
    private final Relative.Reader days;

    Clock(Relative.Reader days) {
        this.days = days;
    }

    private record Time(String value, int last) {}

    @Nullable
    Reading read(Context c, int i) {
        Words w = c.words();
        Time time = time(w, i);
        if (time != null) {
            Reading day = dayAfter(c, time.last + 1);
            LocalDate on = day == null || day.point() == null
                    ? c.anchor()
                    : day.point().first();
            return Reading.of(i, day == null ? time.last : day.last(), on + time.value, DateKind.TIME);
        }
        if (w.is(i, Sort.THIS) && w.is(i + 1, Sort.PART)) {
            return Reading.of(i, i + 1, c.today() + "T" + PARTS[w.value(i + 1)], DateKind.TIME);
        }
        if (w.is(i, Sort.LAST) && w.value(i) == 1 && w.is(i + 1, Sort.PART)) {
            return Reading.of(i, i + 1, c.today().minusDays(1) + "T" + PARTS[w.value(i + 1)], DateKind.TIME);
        }
        return null;
    }

    /** Adds a part of the day, or a time, to a day just read: "Friday morning", "June 3 at 9 a.m.". */
    Reading withTime(Context c, Reading day) {
        Words w = c.words();
        Point point = day.point();
        int next = day.last() + 1;
        if (point == null || point.unit() != Unit.DAY || !w.together(day.last(), next)) {
            return day;
        }
        if (w.is(next, Sort.PART) && w.follows(next)) {
            return new Reading(day.first(), next, point.value() + "T" + PARTS[w.value(next)], DateKind.TIME, point);
        }
        int at = w.is(next, Sort.AT) ? next + 1 : next;
        Time time = w.near(next) && w.inside(at) ? time(w, at) : null;
        return time == null
                ? day
                : new Reading(day.first(), time.last, point.value() + time.value, DateKind.TIME, point);
    }

    private @Nullable Reading dayAfter(Context c, int i) {
        Words w = c.words();
        int k = w.is(i, Sort.ON) ? i + 1 : i;
        if (!w.near(i) || !w.together(i - 1, k)) {
            return null;
        }
        return switch (w.sort(k)) {
            case WEEKDAY, MONTH, DEICTIC, DIGITS, NEXT, THIS, NTH -> {
                Reading day = days.read(c, k);
                yield day != null && day.point() != null && day.point().unit() == Unit.DAY ? day : null;
            }
            default -> null;
        };
    }

    private static @Nullable Time time(Words w, int i) {
        if (w.is(i, Sort.CLOCK)
                && (w.is(i - 1, Sort.AT)
                        || w.is(i - 1, Sort.BY)
                        || w.is(i - 1, Sort.UNTIL)
                        || w.is(i - 1, Sort.BEFORE)
                        || w.is(i - 1, Sort.AFTER)
                        || w.is(i + 1, Sort.ZONE))) {
            return new Time(w.value(i) == 24 ? "T24:00" : "T12:00", w.is(i + 1, Sort.ZONE) ? i + 1 : i);
        }
        if (!w.is(i, Sort.DIGITS) || w.length(i) > 2 || w.value(i) > 24 || w.joined(i, ':') || w.joined(i, '.')) {
            return null;
        }
        int minute = 0;
        int last = i;
        boolean colon = w.joined(i + 1, ':') && w.is(i + 1, Sort.DIGITS) && w.length(i + 1) == 2;
        boolean dot = w.joined(i + 1, '.') && w.is(i + 1, Sort.DIGITS) && w.length(i + 1) == 2 && w.is(i + 2, Sort.AM);
        if (colon || dot) {
            minute = w.value(i + 1);
            last = i + 1;
        }
        int hour = w.value(i);
        boolean told = false;
        if (w.is(last + 1, Sort.AM) && w.token(last + 1) - w.token(last) <= 1) {
            last++;
            hour = hour % 12 + w.value(last);
            told = hour < 24;
        } else if (w.is(last + 1, Sort.OCLOCK)) {
            last++;
            told = true;
        }
        if (minute > 59 || (!told && !colon) || (!told && (w.is(last + 1, Sort.NOUN) || w.joined(last + 1, ':')))) {
            return null;
        }
        String zone = "";
        if (w.is(last + 1, Sort.ZONE)) {
            last++;
            zone = w.value(last) == 0 ? "Z" : "";
            told = true;
        }
        boolean clock = told
                || w.is(i - 1, Sort.AT)
                || (w.length(i) == 2 && w.is(i - 1, Sort.MONTH))
                || w.is(i - 2, Sort.MONTH);
        return clock ? new Time("T" + two(hour) + ":" + two(minute) + zone, last) : null;
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
