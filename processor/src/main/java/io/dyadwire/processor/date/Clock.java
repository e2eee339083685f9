package io.dyadwire.processor.date;

import io.dyadwire.contract.tag.DateKind;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Times of day with the day they belong to: "18:00 UTC", "5 p.m. EST Nov. 9", "midnight Seoul time", "Friday morning". */
final class Clock {
    private static final int LOCAL = 1;
    private static final String[] PARTS = {"MO", "AF", "EV", "NI", "DT", "MI"};
    /** By the numbers that words.txt gives the abbreviations; null where it is not known which place is meant. */
    private static final List<@Nullable ZoneId> ABBREVIATED = new ArrayList<>();

    static {
        ABBREVIATED.add(ZoneOffset.UTC);
        ABBREVIATED.add(null);
        for (String id : List.of(
                "America/New_York",
                "America/Chicago",
                "America/Denver",
                "America/Los_Angeles",
                "Europe/London",
                "Europe/Paris",
                "Europe/Athens",
                "Europe/Moscow",
                "Asia/Tokyo",
                "Asia/Seoul",
                "Asia/Hong_Kong",
                "Asia/Singapore",
                "Australia/Sydney",
                "Pacific/Auckland")) {
            ABBREVIATED.add(ZoneId.of(id));
        }
    }

    private final Relative.Reader days;
    private final Zones zones;

    Clock(Relative.Reader days, Zones zones) {
        this.days = days;
        this.zones = zones;
    }

    private record Time(
            int hour, int minute, int last, @Nullable ZoneId zone) {
        /** With the offset that its zone has on that day: {@code 2019-08-24T09:00-04:00}. */
        String on(LocalDate day) {
            String time = day + "T" + two(hour) + ":" + two(minute);
            return zone == null
                    ? time
                    : time
                            + zone.getRules()
                                    .getOffset(day.atStartOfDay().plusHours(hour))
                                    .getId();
        }
    }

    @Nullable
    Reading read(Context c, int i) {
        Words w = c.words();
        Time time = time(c, i);
        if (time != null) {
            Reading day = dayAfter(c, time.last + 1);
            LocalDate on = day == null || day.point() == null
                    ? ofHour(c, time, i)
                    : day.point().first();
            return new Reading(i, day == null ? time.last : day.last(), time.on(on), DateKind.TIME, Point.day(on));
        }
        if (w.is(i, Sort.THIS) && w.is(i + 1, Sort.PART)) {
            return Reading.of(i, i + 1, c.today() + "T" + PARTS[w.value(i + 1)], DateKind.TIME);
        }
        if (w.is(i, Sort.LAST) && w.value(i) == 1 && w.is(i + 1, Sort.PART)) {
            return Reading.of(i, i + 1, c.today().minusDays(1) + "T" + PARTS[w.value(i + 1)], DateKind.TIME);
        }
        return partOfDay(c, i);
    }

    /** "the next morning", "that night", "the night before": of the day told before. */
    private static @Nullable Reading partOfDay(Context c, int i) {
        Words w = c.words();
        int k = w.is(i, Sort.THE) ? i + 1 : i;
        if (!c.anchored()) {
            return null;
        }
        boolean next = w.is(k, Sort.NEXT) && w.value(k) == 1 && w.is(k + 1, Sort.PART);
        boolean same = w.is(k, Sort.SAME) && w.is(k + 1, Sort.PART);
        if (next || same) {
            return Reading.of(i, k + 1, c.anchor().plusDays(next ? 1 : 0) + "T" + PARTS[w.value(k + 1)], DateKind.TIME);
        }
        boolean before = k > i && w.is(k, Sort.PART) && w.is(k + 1, Sort.BEFORE) && !w.follows(k + 2);
        return before ? Reading.of(i, k + 1, c.anchor().minusDays(1) + "T" + PARTS[w.value(k)], DateKind.TIME) : null;
    }

    /** The day of an hour that names none: the one told before; the next one when it is to come and the hour is long over. */
    private static LocalDate ofHour(Context c, Time time, int i) {
        LocalDate day = c.anchor();
        boolean over = day.equals(c.today()) && time.hour + 2 < c.published().getHour();
        return over && Tense.around(c.words(), i, time.last) == Tense.COMING ? day.plusDays(1) : day;
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
        Time time = w.near(next) && w.inside(at) ? time(c, at) : null;
        return time == null ? day : new Reading(day.first(), time.last, time.on(point.first()), DateKind.TIME, point);
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

    private @Nullable Time time(Context c, int i) {
        Words w = c.words();
        if (w.is(i, Sort.CLOCK)) {
            return named(c, i);
        }
        if (!w.is(i, Sort.DIGITS) || w.joined(i, ':') || w.joined(i, '.')) {
            return null;
        }
        if (w.length(i) == 4) {
            boolean told = w.is(i + 1, Sort.ZONE) && w.follows(i + 1) && w.value(i) < 2400 && w.value(i) % 100 < 60;
            return told ? zoned(w, w.value(i) / 100, w.value(i) % 100, i) : null;
        }
        return w.length(i) > 2 || w.value(i) > 24 ? null : digital(w, i);
    }

    /** "noon", "midnight", where a word or a day beside it says that it is a time. */
    private @Nullable Time named(Context c, int i) {
        Words w = c.words();
        Time time = zoned(w, w.value(i), 0, i);
        boolean told =
                switch (w.sort(i - 1)) {
                    case AT, BY, UNTIL, BEFORE, AFTER -> true;
                    default -> time.last > i || dayAfter(c, i + 1) != null;
                };
        return told ? time : null;
    }

    private @Nullable Time digital(Words w, int i) {
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
        } else if (inThePart(w, i, last)) {
            last += 3;
            hour += w.value(last) == 0 || hour >= 12 ? 0 : 12;
            told = true;
        }
        if (minute > 59 || (!told && !colon) || (!told && (w.is(last + 1, Sort.NOUN) || w.joined(last + 1, ':')))) {
            return null;
        }
        Time time = zoned(w, hour, minute, last);
        boolean clock = told
                || time.last > last
                || w.is(i - 1, Sort.AT)
                || (w.length(i) == 2 && w.is(i - 1, Sort.MONTH))
                || w.is(i - 2, Sort.MONTH);
        return clock ? time : null;
    }

    /** "at 4 in the morning". */
    private static boolean inThePart(Words w, int i, int last) {
        boolean at = w.is(i - 1, Sort.AT) || w.is(i - 1, Sort.AROUND) || w.is(i - 1, Sort.BY);
        return at
                && w.value(i) <= 12
                && w.is(last + 1, Sort.IN)
                && w.is(last + 2, Sort.THE)
                && w.is(last + 3, Sort.PART)
                && w.value(last + 3) <= 2;
    }

    /** With the zone that stands behind it: "GMT", "EST", "local time", "Seoul time", "Eastern time". */
    private Time zoned(Words w, int hour, int minute, int last) {
        int z = last + 1;
        if (w.is(z, Sort.ZONE) && w.follows(z)) {
            boolean time = w.value(z) == LOCAL && w.reads(z + 1, "time");
            return new Time(hour, minute, time ? z + 1 : z, ABBREVIATED.get(w.value(z)));
        }
        for (int k = z + 1; k <= z + 3 && w.follows(z) && w.capital(z) && w.follows(k); k++) {
            if (w.reads(k, "time") || w.reads(k, "Time")) {
                ZoneId zone = zones.of(w.source().substring(w.start(z), w.end(k - 1)));
                return new Time(hour, minute, zone == null ? last : k, zone);
            }
        }
        boolean american = (w.reads(z, "Eastern") || w.reads(z, "Pacific")) && w.follows(z) && !w.capital(z + 1);
        return american ? new Time(hour, minute, z, zones.of(w.text(z))) : new Time(hour, minute, last, null);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
