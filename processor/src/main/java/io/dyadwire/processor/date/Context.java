package io.dyadwire.processor.date;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a date in this text is read against: the publication day, and the dates already read. A history (many years
 * named, few words such as "Tuesday" or "last month") reads a date without a year against the date before it.
 */
final class Context {
    private static final int DEEPEST = 4;
    private static final int MANY_YEARS = 6;
    /** So few words are a note, not a story: "first Tuesday of October". They look ahead. */
    private static final int FRAGMENT = 6;

    private final Words words;
    private final LocalDateTime published;
    private @Nullable Boolean history;
    private int depth;
    private int lastRead = -1;
    private @Nullable Point latest;
    private @Nullable LocalDate latestDay;

    Context(Words words, LocalDateTime published) {
        this.words = words;
        this.published = published;
    }

    private static boolean isHistory(Words words, int year) {
        int years = 0;
        int relative = 0;
        if (words.longNumbers() < MANY_YEARS) {
            return false;
        }
        for (int n = 0; n < words.starters(); n++) {
            int i = words.starter(n);
            switch (words.sort(i)) {
                case DIGITS -> {
                    if (words.length(i) == 4
                            && words.value(i) > 1000
                            && words.value(i) < year - 1
                            && !words.is(i + 1, Sort.ZONE)) {
                        years++;
                    }
                }
                case WEEKDAY -> relative += words.capital(i) && words.length(i) > 3 ? 1 : 0;
                case DEICTIC, TONIGHT -> relative++;
                default -> {}
            }
        }
        return years >= MANY_YEARS && years > 2 * relative;
    }

    Words words() {
        return words;
    }

    LocalDateTime published() {
        return published;
    }

    LocalDate today() {
        return published.toLocalDate();
    }

    boolean history() {
        if (history == null) {
            history = isHistory(words, published.getYear());
        }
        return history;
    }

    /** The day that "the next day" follows: the last one named, else the publication day. */
    LocalDate anchor() {
        return latestDay == null ? today() : latestDay;
    }

    /** The day that "two years later" counts from: as {@link #anchor}, or the month or year named since when one counts in such. */
    LocalDate anchor(Unit unit) {
        Point last = latest;
        boolean coarse = last != null
                && switch (last.unit()) {
                    case MONTH -> unit.compareTo(Unit.MONTH) >= 0;
                    case YEAR -> unit.compareTo(Unit.YEAR) >= 0;
                    default -> false;
                };
        return coarse && last != null ? last.first() : anchor();
    }

    /** Whether a date was named that "two years later" can count from. */
    boolean anchored() {
        return latest != null;
    }

    /** What "that year" and, in a history, "in May" are read against. */
    Point latest() {
        return latest == null ? Point.day(today()) : latest;
    }

    /** Index of the last word that was read as part of a date; -1 when there is none. */
    int lastRead() {
        return lastRead;
    }

    /** One grammar inside another ("the end of the first week of…"); false when it is too deep to be meant. */
    boolean enter() {
        if (depth == DEEPEST) {
            return false;
        }
        depth++;
        return true;
    }

    void leave() {
        depth--;
    }

    void remember(Reading reading) {
        lastRead = reading.last();
        Point point = reading.point();
        if (point == null || (history() && byPublication(reading, point))) {
            return;
        }
        latest = point;
        if (point.unit() == Unit.DAY) {
            latestDay = point.first();
        }
    }

    /** A history does not go on from "today" or "this spring": somebody is quoted, or it speaks of its own time. */
    private boolean byPublication(Reading reading, Point point) {
        return point.first().getYear() >= published.getYear() && !Years.isYear(words, reading.last());
    }

    /** The year that a month, or a day of it, without a year belongs to. {@code day} is 0 for the month itself. */
    int yearOf(int month, int day, int first, int last) {
        if (history() && latest != null) {
            int year = latest.first().getYear();
            boolean wholeYear = latest.unit() == Unit.YEAR || latest.unit() == Unit.DECADE;
            return !wholeYear && latest.first().getMonthValue() - month > 7 ? year + 1 : year;
        }
        LocalDate today = today();
        int year = today.getYear();
        if (day == 0 && month == today.getMonthValue()) {
            return year;
        }
        LocalDate here = Dates.orNull(year, month, Math.max(1, Math.min(day, 28)));
        if (here == null || here.equals(today)) {
            return year;
        }
        int past = here.isAfter(today) ? year - 1 : year;
        long sincePast = Math.abs(ChronoUnit.DAYS.between(here.withYear(past), today));
        return switch (Tense.around(words, first, last)) {
            case PAST -> sincePast > (day == 0 ? 335 : 300) ? past + 1 : past;
            case COMING -> sincePast < 95 ? past : past + 1;
            case UNKNOWN -> sincePast <= (words.count() <= FRAGMENT ? 100 : 183) ? past : past + 1;
        };
    }

    /** "Friday and Saturday", "Tuesday or Wednesday", "Monday-Friday": the one that follows the first. */
    private @Nullable LocalDate nextInList(int number, int first) {
        boolean dash = words.before(first) == '-' || words.before(first) == '–';
        boolean word = words.is(first - 1, Sort.AND)
                || words.is(first - 1, Sort.OR)
                || words.is(first - 1, Sort.TO)
                || words.is(first - 1, Sort.THROUGH);
        int one = dash ? first - 1 : first - 2;
        if (!(dash || word) || one != lastRead || !words.is(one, Sort.WEEKDAY) || latestDay == null) {
            return null;
        }
        int ahead = Math.floorMod(number - words.value(one), 7);
        boolean told = latestDay.getDayOfWeek().getValue() == words.value(one);
        return told && ahead > 0 ? latestDay.plusDays(ahead) : null;
    }

    /** The day that a bare weekday means: the last one when the clause is past, else the coming one; today is both. */
    LocalDate weekday(int number, int first, int last) {
        LocalDate listed = nextInList(number, first);
        if (listed != null) {
            return listed;
        }
        LocalDate base = history() ? anchor() : today();
        int ahead = Math.floorMod(number - base.getDayOfWeek().getValue(), 7);
        boolean past = Tense.around(words, first, last) == Tense.PAST;
        return past && ahead > 0 ? base.plusDays(ahead - 7L) : base.plusDays(ahead);
    }
}
