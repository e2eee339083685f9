package io.dyadwire.ingest.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as feeds write them: RFC 822 and 2822 with all their variants, ISO 8601 and W3C-DTF down to a bare year, the
 * forms of {@code asctime} and of US newsrooms, seconds since 1970. A time without a zone is read as UTC, a day without
 * a time as its first moment.
 */
public final class FeedDates {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final String TIME = "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*([ap]\\.?m\\b\\.?)?";
    private static final String WEEKDAY = "(?:\\p{L}{2,12}\\.?(?:,\\s*|\\s+))?";

    // 1 year, 2 month, 3 day, 4-6 time, 7 zone
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})(?:-?(\\d{2})(?:-?(\\d{2}))?)?(?:(?:\\s*T\\s*|\\s+)(\\d{1,2})(?::?(\\d{2})(?::?(\\d{2})(?:[.,]\\d+)?)?)?)?\\s*([+(\\p{L}-].*)?",
            FLAGS);
    // 1 day, 2 month, 3 year, 4-7 time, 8 zone
    private static final Pattern RFC822 = Pattern.compile(
            WEEKDAY + "(\\d{1,2})[\\s./-]+([a-z]{3,9})[\\s.,/-]+(\\d{4}|\\d{2})\\b(?:[,\\sT]*" + TIME + ")?\\s*(.*)",
            FLAGS);
    // 1 month, 2 day, 3 year, 4-7 time, 8 zone
    private static final Pattern US = Pattern.compile(
            WEEKDAY + "([a-z]{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b(?:[,\\s]*(?:at\\s+)?" + TIME
                    + ")?\\s*(.*)",
            FLAGS);
    // 1 month, 2 day, 3-6 time, 7 zone, 8 year
    private static final Pattern ASCTIME =
            Pattern.compile(WEEKDAY + "([a-z]{3,9})\\s+(\\d{1,2})\\s+" + TIME + "\\s*(\\S.*?)??\\s+(\\d{4})", FLAGS);
    // 1 year, 2 month, 3 day, 4-7 time, 8 zone
    private static final Pattern SLASHED =
            Pattern.compile("(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})(?:[,\\s]*" + TIME + ")?\\s*(.*)", FLAGS);
    private static final Pattern EPOCH = Pattern.compile("\\d{9,10}|\\d{12,13}");
    private static final Pattern OFFSET =
            Pattern.compile("(?:GMT|UTC|UT|Z)?\\s*([+-])(\\d{1,2}):?(\\d{2})?\\b.*", FLAGS);

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));

    // Hours from UTC. Names that several zones share mean what RFC 822 says, else what newsrooms write most.
    private static final Map<String, Double> ZONES = Map.ofEntries(
            Map.entry("EST", -5.0),
            Map.entry("EDT", -4.0),
            Map.entry("ET", -5.0),
            Map.entry("CST", -6.0),
            Map.entry("CDT", -5.0),
            Map.entry("MST", -7.0),
            Map.entry("MDT", -6.0),
            Map.entry("PST", -8.0),
            Map.entry("PDT", -7.0),
            Map.entry("AKST", -9.0),
            Map.entry("AKDT", -8.0),
            Map.entry("HST", -10.0),
            Map.entry("AST", -4.0),
            Map.entry("ADT", -3.0),
            Map.entry("NST", -3.5),
            Map.entry("BRT", -3.0),
            Map.entry("ART", -3.0),
            Map.entry("WET", 0.0),
            Map.entry("WEST", 1.0),
            Map.entry("BST", 1.0),
            Map.entry("CET", 1.0),
            Map.entry("CEST", 2.0),
            Map.entry("MEZ", 1.0),
            Map.entry("MESZ", 2.0),
            Map.entry("EET", 2.0),
            Map.entry("EEST", 3.0),
            Map.entry("SAST", 2.0),
            Map.entry("MSK", 3.0),
            Map.entry("TRT", 3.0),
            Map.entry("GST", 4.0),
            Map.entry("PKT", 5.0),
            Map.entry("IST", 5.5),
            Map.entry("ICT", 7.0),
            Map.entry("WIB", 7.0),
            Map.entry("HKT", 8.0),
            Map.entry("SGT", 8.0),
            Map.entry("PHT", 8.0),
            Map.entry("AWST", 8.0),
            Map.entry("JST", 9.0),
            Map.entry("KST", 9.0),
            Map.entry("ACST", 9.5),
            Map.entry("AEST", 10.0),
            Map.entry("AEDT", 11.0),
            Map.entry("NZST", 12.0),
            Map.entry("NZDT", 13.0));

    private FeedDates() {}

    /** The moment that is meant; empty when it cannot be made out. */
    public static Optional<Instant> parse(@Nullable String written) {
        if (written == null || written.isBlank() || written.length() > 100) {
            return Optional.empty();
        }
        String text = written.strip().replaceAll("\\s+", " ");
        try {
            return Optional.ofNullable(read(text));
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
            return at(date(m.group(1), m.group(2), m.group(3)), time(m, 4, null), m.group(7));
        }
        m = RFC822.matcher(text);
        if (m.matches() && month(m.group(2)) != null) {
            return at(date(m.group(3), month(m.group(2)), m.group(1)), time(m, 4, m.group(7)), m.group(8));
        }
        m = ASCTIME.matcher(text);
        if (m.matches() && month(m.group(1)) != null) {
            return at(date(m.group(8), month(m.group(1)), m.group(2)), time(m, 3, m.group(6)), m.group(7));
        }
        m = US.matcher(text);
        if (m.matches() && month(m.group(1)) != null) {
            return at(date(m.group(3), month(m.group(1)), m.group(2)), time(m, 4, m.group(7)), m.group(8));
        }
        m = SLASHED.matcher(text);
        return m.matches() ? at(date(m.group(1), m.group(2), m.group(3)), time(m, 4, m.group(7)), m.group(8)) : null;
    }

    private static @Nullable String month(String name) {
        Integer number = MONTHS.get(name.substring(0, 3).toLowerCase(Locale.ROOT));
        return number == null ? null : number.toString();
    }

    private static LocalDate date(String year, @Nullable String month, @Nullable String day) {
        int y = Integer.parseInt(year);
        // RFC 2822 §4.3: two digits from 00 to 49 are this century's.
        int full = year.length() > 2 ? y : y < 50 ? 2000 + y : 1900 + y;
        return LocalDate.of(full, month == null ? 1 : Integer.parseInt(month), day == null ? 1 : Integer.parseInt(day));
    }

    /** Hour, minute and second from three groups; seconds of 60 and hours of 24 roll over. */
    private static long time(Matcher m, int group, @Nullable String half) {
        if (m.group(group) == null) {
            return 0;
        }
        int hour = Integer.parseInt(m.group(group));
        if (half != null) {
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        int minute = m.group(group + 1) == null ? 0 : Integer.parseInt(m.group(group + 1));
        int second = m.group(group + 2) == null ? 0 : Integer.parseInt(m.group(group + 2));
        if (hour > 24 || minute > 59 || second > 60) {
            throw new DateTimeException("no such time");
        }
        return hour * 3600L + minute * 60L + second;
    }

    private static Instant at(LocalDate date, long seconds, @Nullable String zone) {
        LocalDateTime start = date.atTime(LocalTime.MIDNIGHT).plusSeconds(seconds);
        return start.atZone(zone(zone == null ? "" : zone.strip())).toInstant();
    }

    private static ZoneId zone(String name) {
        Matcher offset = OFFSET.matcher(name);
        if (offset.matches()) {
            int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
            int total = Integer.parseInt(offset.group(2)) * 60 + minutes;
            return ZoneOffset.ofTotalSeconds((offset.group(1).equals("-") ? -60 : 60) * total);
        }
        int end = 0;
        while (end < name.length() && Character.isLetter(name.charAt(end))) {
            end++;
        }
        Double hours = ZONES.get(name.substring(0, end).toUpperCase(Locale.ROOT));
        return hours == null ? ZoneOffset.UTC : ZoneOffset.ofTotalSeconds((int) (hours * 3600));
    }
}
