package io.dyadwire.ingest.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as feeds write them: RFC 822 and 2822 with all their variants, ISO 8601 and W3C-DTF down to a bare year, the
 * forms of {@code asctime} and of newsrooms in many languages, seconds since 1970. A time without a zone is read as UTC,
 * a day without a time as its first moment. A date that could mean two days ({@code 08/09/2019}) means none.
 */
public final class FeedDates {
    private static final int MAX_LENGTH = 100;
    private static final String TIME =
            "(?<h>\\d{1,2})[:.h](?<mi>\\d{2})(?:[:.](?<s>\\d{2})(?:[.,]\\d+)?)?\\s*(?:(?<half>[ap])\\.?\\s?m\\b\\.?)?";
    private static final String CLOCK = "(?:[,\\sT|–-]*(?:(?:at|um|kl\\.?|à|alle|ore|o|в|a las)\\s+)?" + TIME + ")?";
    private static final String WEEKDAY = "(?:[\\p{L}\\p{M}.'’ -]{2,30},\\s*|\\p{L}[\\p{L}\\p{M}]{1,20}\\.?\\s+)?";
    private static final String MONTH = "(?<month>\\p{L}[\\p{L}\\p{M}]{1,20})\\.?";
    private static final String ZONE = "\\s*(?<zone>.*)";

    private static final Pattern ISO = pattern("(?<y>\\d{4})(?:-?(?<m>\\d{2})(?:-?(?<d>\\d{2}))?)?"
            + "(?:(?:\\s*T\\s*|\\s+)(?<h>\\d{1,2})(?::?(?<mi>\\d{2})(?::?(?<s>\\d{2})(?:[.,]\\d+)?)?)?\\s*"
            + "(?:(?<half>[ap])\\.?m\\b)?(?<zone>[+( \\p{L}-].*)?|(?:[Z+-][\\d:]*)?)");
    private static final Pattern DAY_MONTH_YEAR = pattern(WEEKDAY
            + "(?<d>\\d{1,2})(?:st|nd|rd|th|er|º)?[\\s./-]+(?:(?:de|of)\\s+|d')?" + MONTH
            + "[\\s.,/-]+(?:del?\\s+)?(?<y>\\d{4}|\\d{2})\\b(?:\\s*г\\.?)?" + CLOCK + ZONE);
    private static final Pattern MONTH_DAY_YEAR =
            pattern(WEEKDAY + MONTH + "\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y>\\d{4})\\b" + CLOCK + ZONE);
    private static final Pattern ASCTIME =
            pattern(WEEKDAY + MONTH + "\\s+(?<d>\\d{1,2})\\s+" + TIME + "\\s*(?<zone>\\S.*?)??\\s+(?<y>\\d{4})");
    private static final Pattern YEAR_MONTH_DAY = pattern("(?<y>\\d{4})(?:[/.-]\\s?(?<m>\\d{1,2})[/.-]\\s?|[\\s.,/-]+"
            + MONTH + "[\\s.,/-]+)(?<d>\\d{1,2})\\b\\.?" + CLOCK + ZONE);
    private static final Pattern NUMBERS = pattern(WEEKDAY
            + "(?<one>\\d{1,2})(?<sep>[./-])\\s?(?<two>\\d{1,2})\\k<sep>\\s?(?<y>\\d{4}|\\d{2})\\b" + CLOCK + ZONE);
    private static final Pattern EPOCH = Pattern.compile("\\d{9,10}|\\d{12,13}");

    private FeedDates() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The moment that is meant; empty when it cannot be made out. */
    public static Optional<Instant> parse(@Nullable String written) {
        if (written == null || written.isBlank() || written.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(read(DateScript.plain(written)));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty(); // shaped like a date, but there is no such day
        }
    }

    private static @Nullable Instant read(String text) {
        if (EPOCH.matcher(text).matches()) {
            long number = Long.parseLong(text);
            return text.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        }
        Matcher m = ISO.matcher(text);
        if (m.matches()) {
            return at(date(m.group("y"), number(m.group("m")), number(m.group("d"))), m);
        }
        for (Pattern named : new Pattern[] {DAY_MONTH_YEAR, ASCTIME, MONTH_DAY_YEAR}) {
            m = named.matcher(text);
            if (m.matches()) {
                OptionalInt month = MonthNames.number(m.group("month"));
                return month.isEmpty() ? null : at(date(m.group("y"), month.getAsInt(), number(m.group("d"))), m);
            }
        }
        m = YEAR_MONTH_DAY.matcher(text);
        if (m.matches()) {
            OptionalInt month =
                    m.group("m") == null ? MonthNames.number(m.group("month")) : OptionalInt.of(number(m.group("m")));
            return month.isEmpty() ? null : at(date(m.group("y"), month.getAsInt(), number(m.group("d"))), m);
        }
        m = NUMBERS.matcher(text);
        return m.matches() ? numbers(m) : null;
    }

    /** With points, the day comes first; else it is told from the month by being more than twelve. */
    private static @Nullable Instant numbers(Matcher m) {
        int one = number(m.group("one"));
        int two = number(m.group("two"));
        boolean dayFirst = m.group("sep").equals(".") || one > 12 || one == two;
        if (!dayFirst && two <= 12) {
            return null;
        }
        return at(date(m.group("y"), dayFirst ? two : one, dayFirst ? one : two), m);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }

    private static LocalDate date(String year, int month, int day) {
        int y = Integer.parseInt(year);
        // RFC 2822 §4.3: two digits from 00 to 49 are this century's.
        return LocalDate.of(year.length() > 2 ? y : y < 50 ? 2000 + y : 1900 + y, month, day);
    }

    private static Instant at(LocalDate date, Matcher m) {
        String zone = m.group("zone") == null ? "" : m.group("zone").strip();
        return date.atTime(LocalTime.MIDNIGHT)
                .plusSeconds(seconds(m))
                .atZone(DateZones.zone(zone))
                .toInstant();
    }

    /** Seconds of 60 and hours of 24 roll over. */
    private static long seconds(Matcher m) {
        if (m.group("h") == null) {
            return 0;
        }
        int hour = Integer.parseInt(m.group("h"));
        String half = m.group("half");
        if (half != null) {
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).equals("p") ? 12 : 0);
        }
        int minute = m.group("mi") == null ? 0 : Integer.parseInt(m.group("mi"));
        int second = m.group("s") == null ? 0 : Integer.parseInt(m.group("s"));
        if (hour > 24 || minute > 59 || second > 60) {
            throw new DateTimeException("no such time");
        }
        return hour * 3600L + minute * 60L + second;
    }
}
