package io.dyadwire.contract.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dyadwire.contract.Check;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long before a deadline a desk is reminded: {@code P7D}, {@code PT6H}, {@code P1DT12H}, {@code P2W}. Days are
 * calendar days in the desk's zone, so that P1D is the same time of day even when clocks change.
 */
public record LeadTime(int days, Duration time) {
    private static final Pattern FORM =
            Pattern.compile("P(?:(\\d{1,4})W)?(?:(\\d{1,4})D)?(?:T(?:(\\d{1,4})H)?(?:(\\d{1,4})M)?)?");

    public LeadTime {
        Check.atLeast("days", days, 0);
        Check.that(!time.isNegative(), "time: is negative");
        Check.that(days > 0 || !time.isZero(), "remind: must be longer than nothing");
    }

    /** Reads the ISO 8601 form. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LeadTime parse(String text) {
        Matcher parts = FORM.matcher(text);
        Check.that(
                parts.matches() && !text.endsWith("P") && !text.endsWith("T"),
                "remind: '" + text + "' is not a time before, such as P7D, P1D or PT6H");
        int days = 7 * number(parts.group(1)) + number(parts.group(2));
        return new LeadTime(days, Duration.ofHours(number(parts.group(3))).plusMinutes(number(parts.group(4))));
    }

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
