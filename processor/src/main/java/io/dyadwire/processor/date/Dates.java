package io.dyadwire.processor.date;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Sums with the calendar that {@code java.time} does not have. */
final class Dates {
    private Dates() {}

    /** The day, or null when the calendar does not have it. */
    static @Nullable LocalDate orNull(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || year < 1 || year > 9999) {
            return null;
        }
        try {
            return day > YearMonth.of(year, month).lengthOfMonth() ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The day in this year; Feb. 29 in the leap year nearest to it. Null when no year has it. */
    static @Nullable LocalDate inYear(int year, int month, int day) {
        LocalDate date = orNull(year, month, day);
        for (int away = 1; date == null && month == 2 && day == 29 && away <= 4; away++) {
            date = orNull(year - away, month, day);
            date = date == null ? orNull(year + away, month, day) : date;
        }
        return date;
    }

    /** The n-th weekday of a month; the last for -1. */
    static LocalDate nth(int year, int month, int weekday, int n) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, DayOfWeek.of(weekday)));
    }

    /** Easter Sunday of the Gregorian calendar (the anonymous computus, Nature 1876). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }

    /** A year written with two digits: the one nearest to this year, at most 30 years ahead. */
    static int fullYear(int twoDigits, int now) {
        int year = now / 100 * 100 + twoDigits;
        return year > now + 30 ? year - 100 : year;
    }
}
