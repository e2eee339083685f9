package io.dyadwire.processor.date;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** A stretch of the calendar: its unit and its first day. */
record Point(Unit unit, LocalDate first) {
    private static final String[] SEASONS = {"SP", "SU", "FA", "WI"};

    static Point day(LocalDate day) {
        return new Point(Unit.DAY, day);
    }

    static Point month(int year, int month) {
        return new Point(Unit.MONTH, LocalDate.of(year, month, 1));
    }

    static Point year(int year) {
        return new Point(Unit.YEAR, LocalDate.of(year, 1, 1));
    }

    /** Season 0 is spring. A winter is named by the year it begins in. */
    static Point season(int year, int season) {
        return new Point(Unit.SEASON, LocalDate.of(year, 3 * season + 3, 1));
    }

    /** The week, month, quarter, year… that a day is in. */
    static Point containing(Unit unit, LocalDate day) {
        return switch (unit) {
            case SECOND, MINUTE, HOUR, DAY -> day(day);
            case WEEK, FORTNIGHT ->
                new Point(Unit.WEEK, day.minusDays(day.getDayOfWeek().getValue() - 1L));
            case WEEKEND ->
                new Point(Unit.WEEKEND, day.plusDays(6L - day.getDayOfWeek().getValue()));
            case MONTH -> new Point(Unit.MONTH, day.withDayOfMonth(1));
            case QUARTER ->
                new Point(Unit.QUARTER, day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1));
            case HALF -> new Point(Unit.HALF, day.withDayOfMonth(1).withMonth(day.getMonthValue() <= 6 ? 1 : 7));
            case YEAR -> year(day.getYear());
            case DECADE -> new Point(Unit.DECADE, LocalDate.of(Math.floorDiv(day.getYear(), 10) * 10, 1, 1));
            case CENTURY -> new Point(Unit.CENTURY, LocalDate.of(Math.floorDiv(day.getYear(), 100) * 100, 1, 1));
            case SEASON ->
                season(day.getMonthValue() < 3 ? day.getYear() - 1 : day.getYear(), (day.getMonthValue() + 9) % 12 / 3);
        };
    }

    /** The one that comes so many after this; before it when negative. */
    Point plus(long amount) {
        return new Point(
                unit,
                switch (unit) {
                    case SECOND, MINUTE, HOUR -> first;
                    case DAY -> first.plusDays(amount);
                    case WEEK, WEEKEND -> first.plusWeeks(amount);
                    case FORTNIGHT -> first.plusWeeks(2 * amount);
                    case MONTH -> first.plusMonths(amount);
                    case QUARTER -> first.plusMonths(3 * amount);
                    case HALF -> first.plusMonths(6 * amount);
                    case YEAR, SEASON -> first.plusYears(amount);
                    case DECADE -> first.plusYears(10 * amount);
                    case CENTURY -> first.plusYears(100 * amount);
                });
    }

    /** As TIMEX3 writes it: {@code 2019-08-24}, {@code 2019-W34}, {@code 2019-W34-WE}, {@code 2019-SU}, {@code 199}. */
    String value() {
        int year = first.getYear();
        return switch (unit) {
            case SECOND, MINUTE, HOUR, DAY -> first.toString();
            case WEEK, FORTNIGHT -> week();
            case WEEKEND -> week() + "-WE";
            case MONTH -> padded(year, 4) + "-" + padded(first.getMonthValue(), 2);
            case QUARTER -> padded(year, 4) + "-Q" + ((first.getMonthValue() + 2) / 3);
            case HALF -> padded(year, 4) + "-H" + (first.getMonthValue() < 7 ? 1 : 2);
            case YEAR -> padded(year, 4);
            case DECADE -> padded(Math.floorDiv(year, 10), 3);
            case CENTURY -> padded(Math.floorDiv(year, 100), 2);
            case SEASON -> padded(year, 4) + "-" + SEASONS[(first.getMonthValue() - 3) / 3];
        };
    }

    private String week() {
        return padded(first.get(IsoFields.WEEK_BASED_YEAR), 4) + "-W"
                + padded(first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2);
    }

    private static String padded(int number, int width) {
        String digits = Integer.toString(Math.abs(number));
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
