package io.dyadwire.contract.deadline;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dyadwire.contract.Check;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day, or a date as coarse as the words were: {@code 2019-08-24}, {@code 2019-W34} (ISO 8601 week), {@code 2019-08},
 * {@code 2019-Q3}, {@code 2019}.
 */
public record PartialDate(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(?:W(\\d{2})|Q([1-4])|(\\d{2})(?:-(\\d{2}))?))?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PartialDate {
        if (value == null || firstDayOrNull(value) == null) {
            Check.matches("date", value, FORM, "a date such as 2019-08-24, 2019-W34, 2019-08, 2019-Q3 or 2019");
            throw new IllegalArgumentException("date: '" + value + "' does not exist");
        }
    }

    /** A whole day, in the years 0 to 9999. */
    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.toString());
    }

    /** Whether this text is such a date. */
    public static boolean isOne(String value) {
        return firstDayOrNull(value) != null;
    }

    public Precision precision() {
        if (value.length() == 4) {
            return Precision.YEAR;
        }
        return switch (value.charAt(5)) {
            case 'W' -> Precision.WEEK;
            case 'Q' -> Precision.QUARTER;
            default -> value.length() == 7 ? Precision.MONTH : Precision.DAY;
        };
    }

    /**
     * Its precision, for an event that states it beside the date.
     *
     * @param claimed what the event states, null when it leaves it out
     * @throws IllegalArgumentException when it states another
     */
    public Precision precision(@Nullable Precision claimed) {
        Precision own = precision();
        Check.that(claimed == null || claimed == own, () -> "precision: " + claimed + " does not go with " + value);
        return own;
    }

    public LocalDate firstDay() {
        return Objects.requireNonNull(firstDayOrNull(value));
    }

    public LocalDate lastDay() {
        LocalDate first = firstDay();
        return switch (precision()) {
            case DAY -> first;
            case WEEK -> first.plusDays(6);
            case MONTH -> YearMonth.from(first).atEndOfMonth();
            case QUARTER -> YearMonth.from(first).plusMonths(2).atEndOfMonth();
            case YEAR -> Year.from(first).atMonth(12).atEndOfMonth();
        };
    }

    /** Null when the value is no such date or none that exists. By hand: most values asked about are no dates. */
    private static @Nullable LocalDate firstDayOrNull(String value) {
        int length = value.length();
        int year = number(value, 0, 4);
        if (year < 0 || (length > 4 && (length < 7 || value.charAt(4) != '-'))) {
            return null;
        }
        if (length == 4) {
            return LocalDate.of(year, 1, 1);
        }
        return switch (value.charAt(5)) {
            case 'W' -> length == 8 ? monday(year, number(value, 6, 8)) : null;
            case 'Q' -> length == 7 ? day(year, 3 * number(value, 6, 7) - 2, 1) : null;
            default -> {
                int month = number(value, 5, 7);
                boolean whole = length == 10 && value.charAt(7) == '-';
                yield length == 7 || whole ? day(year, month, whole ? number(value, 8, 10) : 1) : null;
            }
        };
    }

    private static @Nullable LocalDate day(int year, int month, int day) {
        boolean exists = month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return exists ? LocalDate.of(year, month, day) : null;
    }

    /** The first day of an ISO week. */
    private static @Nullable LocalDate monday(int year, int week) {
        LocalDate inYear = LocalDate.of(year, 1, 4);
        boolean exists = week >= 1
                && week
                        <= IsoFields.WEEK_OF_WEEK_BASED_YEAR
                                .rangeRefinedBy(inYear)
                                .getMaximum();
        return exists
                ? inYear.with(WeekFields.ISO.weekOfWeekBasedYear(), week).with(WeekFields.ISO.dayOfWeek(), 1)
                : null;
    }

    /** The digits in {@code value[from, to)}; -1 when there is anything else. */
    private static int number(String value, int from, int to) {
        if (value.length() < to) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    @Override
    public String toString() {
        return value;
    }
}
