package io.dyadwire.alerts.topology;

import io.dyadwire.contract.deadline.PartialDate;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Dates as a sentence has them: {@code Aug 24}, {@code the week of Aug 19}, {@code August}, {@code the third quarter}, with the
 * year where it is not this one.
 */
record DayWords(LocalDate today) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);
    private static final String[] QUARTERS = {"first", "second", "third", "fourth"};

    /** The date alone. */
    String of(PartialDate date) {
        LocalDate first = date.firstDay();
        String comma = year(first, ", ");
        String of = year(first, " of ");
        return switch (date.precision()) {
            case DAY -> DAY.format(first) + comma;
            case WEEK -> "the week of " + DAY.format(first) + comma;
            case MONTH -> MONTH.format(first) + year(first, " ");
            case QUARTER -> "the " + QUARTERS[(first.getMonthValue() - 1) / 3] + " quarter" + of;
            case YEAR -> Integer.toString(first.getYear());
        };
    }

    /** With the word before it. */
    String on(PartialDate date) {
        return switch (date.precision()) {
                    case DAY -> "on ";
                    case WEEK, MONTH, QUARTER, YEAR -> "in ";
                }
                + of(date);
    }

    private String year(LocalDate day, String before) {
        return day.getYear() == today.getYear() ? "" : before + day.getYear();
    }
}
