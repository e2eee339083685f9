package io.dyadwire.processor.date;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads the marked dates of one text from its first to its last, since a date may lean on the one before. */
final class MarkedReader {
    /** "8月24日〜26日": so many characters may stand between two days of one month. */
    private static final int NEAR = 4;

    private static final int NO_DAY = 0;

    /** "1000年" is more often a thousand years. */
    private static final int FIRST_YEAR = 1600;

    private final MarkedWords words;
    private final String text;
    private final LocalDate today;
    private int at;
    private int lastEnd = -NEAR - 1;
    private @Nullable Point latest;

    MarkedReader(MarkedWords words, String text, LocalDate today) {
        this.words = words;
        this.text = text;
        this.today = today;
    }

    /** The date that begins at this place; null when there is none. */
    @Nullable
    Point at(int from) {
        at = from;
        Point point = MarkedWords.digit(text.charAt(from)) >= 0 ? numbered(Mark.NONE) : worded();
        if (point != null) {
            latest = point;
            lastEnd = at;
        }
        return point;
    }

    /** Where the date just read ends, exclusive. */
    int end() {
        return at;
    }

    private @Nullable Point worded() {
        MarkedWords.Word word = words.at(text, at);
        if (word == null) {
            return null;
        }
        at += word.text().length();
        int n = word.number();
        LocalDate before = latest == null ? today : latest.first();
        return switch (word.mark()) {
            case ERA -> ofEra(n);
            case WEEKDAY -> Point.day(weekday(n, Mark.NONE));
            case DAY_AWAY -> Point.day(today.plusDays(n));
            case WEEK_AWAY -> inWeek(Point.containing(Unit.WEEK, today).plus(n));
            case MONTH_AWAY -> inMonth(Point.containing(Unit.MONTH, today).plus(n));
            case YEAR_AWAY -> inYear(today.getYear() + n);
            case DAY_FROM -> latest == null || latest.unit() == Unit.DAY ? Point.day(before.plusDays(n)) : null;
            case MONTH_FROM ->
                latest == null
                        ? null
                        : inMonth(Point.containing(Unit.MONTH, before).plus(n));
            case YEAR_FROM -> latest == null ? null : inYear(before.getYear() + n);
            case COMING, PASSED -> led(word.mark());
            case NONE, YEAR, MONTH, DAY, COUNTS, FIRST, LINK -> null;
        };
    }

    /** "the coming 24th", "the last Friday". */
    private @Nullable Point led(Mark way) {
        skipLink();
        if (at < text.length() && MarkedWords.digit(text.charAt(at)) >= 0) {
            return numbered(way);
        }
        MarkedWords.Word word = words.at(text, at);
        if (word == null || word.mark() != Mark.WEEKDAY) {
            return null;
        }
        at += word.text().length();
        return Point.day(weekday(word.number(), way));
    }

    private @Nullable Point ofEra(int before) {
        if (take(Mark.FIRST)) {
            return take(Mark.YEAR) ? inYear(before + 1) : null;
        }
        int n = number();
        return n > 0 && n < 100 && take(Mark.YEAR) ? inYear(before + n) : null;
    }

    /** A date that begins with a number: of a year of four digits, a month, or a day. */
    private @Nullable Point numbered(Mark way) {
        int from = at;
        int n = number();
        if (n >= FIRST_YEAR && n < 2200 && at - from == 4 && take(Mark.YEAR)) {
            return inYear(n);
        }
        if (n >= 1 && n <= 12 && take(Mark.MONTH)) {
            int day = dayAfter();
            return day == NO_DAY ? Point.month(yearOf(n, way), n) : point(nearest(n, day, way));
        }
        return n >= 1 && n <= 31 && takeDay() ? point(nearest(n, way)) : null;
    }

    private static @Nullable Point point(@Nullable LocalDate day) {
        return day == null ? null : Point.day(day);
    }

    /** The year just read, or the month or day of it that follows. */
    private @Nullable Point inYear(int year) {
        int end = at;
        skipLink();
        int month = number();
        if (month < 1 || month > 12 || !take(Mark.MONTH)) {
            at = end;
            return year < 1 ? null : Point.year(year);
        }
        int day = dayAfter();
        return day == NO_DAY ? Point.month(year, month) : point(Dates.orNull(year, month, day));
    }

    /** The month just read, or the day of it that follows. */
    private @Nullable Point inMonth(Point month) {
        int day = dayAfter();
        return day == NO_DAY
                ? month
                : point(Dates.orNull(month.first().getYear(), month.first().getMonthValue(), day));
    }

    private Point inWeek(Point week) {
        int end = at;
        skipLink();
        MarkedWords.Word word = words.at(text, at);
        if (word == null || word.mark() != Mark.WEEKDAY) {
            at = end;
            return week;
        }
        at += word.text().length();
        return Point.day(week.first().plusDays(word.number() - 1L));
    }

    /** The day that follows a month, or {@link #NO_DAY}. */
    private int dayAfter() {
        int end = at;
        skipLink();
        int day = number();
        if (day >= 1 && day <= 31 && takeDay()) {
            return day;
        }
        at = end;
        return NO_DAY;
    }

    private boolean takeDay() {
        int end = at;
        if (spans(end)) {
            return true;
        }
        if (!take(Mark.DAY) || words.length(text, at, Mark.COUNTS) > 0) {
            at = end;
            return false;
        }
        takeBracket();
        return true;
    }

    /** The first of two days that share one mark: 26〜28日, 26·27일. */
    private boolean spans(int from) {
        boolean tied = from < text.length() && "~∼〜～-–·・、".indexOf(text.charAt(from)) >= 0;
        at = from + 1;
        int day = tied ? number() : -1;
        boolean spans = day > 1 && day <= 31 && take(Mark.DAY) && words.length(text, at, Mark.COUNTS) == 0;
        at = from;
        return spans;
    }

    /** The weekday in brackets behind a day: （土）. */
    private void takeBracket() {
        boolean opens = at + 2 < text.length() && (text.charAt(at) == '(' || text.charAt(at) == '（');
        for (int i = at + 2; opens && i <= at + 4 && i < text.length(); i++) {
            if (text.charAt(i) == ')' || text.charAt(i) == '）') {
                at = isWeekday(text.charAt(at + 1)) ? i + 1 : at;
                return;
            }
        }
    }

    private static boolean isWeekday(char c) {
        return "月火水木金土日월화수목금토일".indexOf(c) >= 0;
    }

    private boolean take(Mark mark) {
        int length = words.length(text, at, mark);
        at += length;
        return length > 0;
    }

    private void skipLink() {
        if (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        take(Mark.LINK);
    }

    /** The number that stands here, at most four digits; -1 when there is none. */
    private int number() {
        int n = 0;
        int from = at;
        for (int digit; at < text.length() && (digit = MarkedWords.digit(text.charAt(at))) >= 0; at++) {
            n = n < 10_000 ? n * 10 + digit : n;
        }
        return at == from ? -1 : n;
    }

    private LocalDate weekday(int number, Mark way) {
        int ahead = Math.floorMod(number - today.getDayOfWeek().getValue(), 7);
        return switch (way) {
            case COMING -> today.plusDays(ahead == 0 ? 7 : ahead);
            case PASSED -> today.minusDays(7L - ahead);
            default -> today.plusDays(ahead <= 3 ? ahead : ahead - 7L);
        };
    }

    private int yearOf(int month, Mark way) {
        int year = today.getYear();
        int ahead = month - today.getMonthValue();
        return switch (way) {
            case COMING -> ahead < 0 ? year + 1 : year;
            case PASSED -> ahead > 0 ? year - 1 : year;
            default -> ahead >= 6 ? year - 1 : ahead < -6 ? year + 1 : year;
        };
    }

    /** The day of a month and year near the publication day. */
    private @Nullable LocalDate nearest(int month, int day, Mark way) {
        LocalDate best = null;
        for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
            best = nearer(best, Dates.orNull(year, month, day), way);
        }
        return best;
    }

    /** The day of a month near the publication day; of the month told just before when a list or span goes on. */
    private @Nullable LocalDate nearest(int day, Mark way) {
        Point before = latest;
        boolean goesOn = before != null && before.unit() == Unit.DAY && at - lastEnd <= NEAR + 3;
        if (goesOn && before != null && before.first().getDayOfMonth() < day) {
            return Dates.orNull(before.first().getYear(), before.first().getMonthValue(), day);
        }
        LocalDate best = null;
        for (int months = -1; months <= 1; months++) {
            LocalDate month = today.withDayOfMonth(1).plusMonths(months);
            best = nearer(best, Dates.orNull(month.getYear(), month.getMonthValue(), day), way);
        }
        return best;
    }

    private @Nullable LocalDate nearer(@Nullable LocalDate one, @Nullable LocalDate other, Mark way) {
        boolean fits = other != null
                && switch (way) {
                    case COMING -> !other.isBefore(today);
                    case PASSED -> !other.isAfter(today);
                    default -> true;
                };
        return fits && other != null && (one == null || away(other) < away(one)) ? other : one;
    }

    /** How far it is; another month than this would have been named, so it is twice as far. */
    private long away(LocalDate day) {
        long days = Math.abs(ChronoUnit.DAYS.between(today, day));
        return day.getMonthValue() == today.getMonthValue() ? days : 2 * days;
    }
}
