package io.dyadwire.contract.deadline;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dyadwire.contract.Check;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.regex.Matcher;
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
        Check.matches("date", value, FORM, "a date such as 2019-08-24, 2019-W34, 2019-08, 2019-Q3 or 2019");
        try {
            firstDay(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("date: '" + value + "' does not exist", e);
        }
    }

    /** A whole day, in the years 0 to 9999. */
    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.toString());
    }

    /** Whether this text is such a date. */
    public static boolean isOne(String value) {
        try {
            firstDay(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
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
        Check.that(claimed == null || claimed == own, "precision: " + claimed + " does not go with " + value);
        return own;
    }

    public LocalDate firstDay() {
        return firstDay(value);
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

    private static LocalDate firstDay(String value) {
        Matcher parts = FORM.matcher(value);
        if (!parts.matches()) {
            throw new DateTimeException("not a date: " + value);
        }
        int year = Integer.parseInt(parts.group(1));
        if (parts.group(2) != null) {
            int week = Integer.parseInt(parts.group(2));
            LocalDate inYear = LocalDate.of(year, 1, 4);
            if (week < 1
                    || week
                            > IsoFields.WEEK_OF_WEEK_BASED_YEAR
                                    .rangeRefinedBy(inYear)
                                    .getMaximum()) {
                throw new DateTimeException("no week " + week + " in " + year);
            }
            return inYear.with(WeekFields.ISO.weekOfWeekBasedYear(), week).with(WeekFields.ISO.dayOfWeek(), 1);
        }
        if (parts.group(3) != null) {
            return LocalDate.of(year, 3 * Integer.parseInt(parts.group(3)) - 2, 1);
        }
        int month = parts.group(4) == null ? 1 : Integer.parseInt(parts.group(4));
        int day = parts.group(5) == null ? 1 : Integer.parseInt(parts.group(5));
        return LocalDate.of(year, month, day);
    }

    @Override
    public String toString() {
        return value;
    }
}
