package io.dyadwire.contract.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dyadwire.contract.Check;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long before a deadline a desk is reminded: {@code P7D}, {@code PT6H}, {@code P1DT12H}, {@code P2W}. Days are
 * calendar days in the desk's zone, so that P1D is the same time of day even when clocks change.
 *
 * @param days calendar days, up to 9999; a week is seven
 * @param time hours and minutes, up to 9999 hours; whole minutes
 */
public record LeadTime(int days, Duration time) {
    private static final Pattern FORM =
            Pattern.compile("P(?:(\\d{1,4})W)?(?:(\\d{1,4})D)?(?:T(?:(\\d{1,4})H)?(?:(\\d{1,4})M)?)?");
    private static final int MOST_DAYS = 9999;
    private static final Duration MOST_TIME = Duration.ofHours(9999);

    public LeadTime {
        Check.present("time", time);
        Check.that(days >= 0 && !time.isNegative(), "remind: must not be negative");
        Check.that(days > 0 || !time.isZero(), "remind: must be longer than nothing");
        Check.that(days <= MOST_DAYS, () -> "remind: " + days + " days are more than " + MOST_DAYS);
        Check.that(time.compareTo(MOST_TIME) <= 0, () -> "remind: " + time + " is more than " + MOST_TIME);
        Check.that(
                time.truncatedTo(ChronoUnit.MINUTES).equals(time),
                () -> "remind: " + time + " is not in whole minutes");
    }

    /** Reads the ISO 8601 form. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LeadTime parse(String text) {
        Matcher parts = FORM.matcher(text);
        Check.that(
                parts.matches() && !text.endsWith("P") && !text.endsWith("T"),
                () -> "remind: '" + text + "' is not a time before, such as P7D, P1D or PT6H");
        int days = 7 * number(parts.group(1)) + number(parts.group(2));
        return new LeadTime(days, Duration.ofHours(number(parts.group(3))).plusMinutes(number(parts.group(4))));
    }

    /** The moment to remind at: first the days back on the calendar, then the time on the clock. */
    public ZonedDateTime before(ZonedDateTime moment) {
        return moment.minusDays(days).minus(time);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    @JsonValue
    @Override
    public String toString() {
        String day = days == 0 ? "" : days + "D";
        return "P" + day + (time.isZero() ? "" : time.toString().substring(1));
    }
}
