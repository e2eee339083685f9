package io.dyadwire.processor.deadline;

import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.tag.DateKind;
import io.dyadwire.contract.tag.DateTag;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The day, week, month, quarter or year that a time expression leaves to wait for. */
final class DueDate {
    private static final int YEAR = 4;
    private static final int DAY = 10;
    private static final int MINUTE = 16;
    private static final int WEEK = 8;
    private static final int MONTH = 7;

    private DueDate() {}

    /**
     * Whether the value alone says that it is over, told without reading it as a date.
     *
     * @param today the day of publication, as {@code 2019-08-14}
     */
    static boolean isOver(DateTag tag, String today) {
        String value = tag.value();
        int n = value.length();
        if (n < YEAR || value.charAt(0) > '9') {
            return false;
        }
        int alike = n > YEAR + 1 && value.charAt(YEAR + 1) > '9' ? YEAR : Math.min(n, DAY);
        for (int i = 0; i < alike; i++) {
            if (value.charAt(i) != today.charAt(i)) {
                return value.charAt(i) < today.charAt(i);
            }
        }
        return false;
    }

    /** Null for a set, a season, a decade or a vague time. */
    static @Nullable PartialDate of(DateTag tag) {
        String value = tag.value();
        boolean over = tag.text().regionMatches(true, 0, "earlier", 0, 7);
        if (over || (tag.kind() != DateKind.DATE && (tag.kind() != DateKind.TIME || isHour(tag.text())))) {
            return null;
        }
        if (value.length() == DAY && countsMonths(tag.text())) {
            return new PartialDate(value.substring(0, MONTH));
        }
        if (value.length() > DAY && PartialDate.isOne(value.substring(0, DAY))) {
            return new PartialDate(value.substring(0, DAY));
        }
        if (value.endsWith("-WE") && PartialDate.isOne(value.substring(0, WEEK))) {
            return new PartialDate(value.substring(0, WEEK));
        }
        return PartialDate.isOne(value) ? new PartialDate(value) : null;
    }

    /** The offset of a time told with its zone: {@code 2019-08-24T09:00-04:00}; null where there is none. */
    static @Nullable ZoneOffset zone(DateTag tag) {
        String value = tag.value();
        boolean told = tag.kind() == DateKind.TIME && value.length() > MINUTE && value.charAt(DAY) == 'T';
        return told ? ZoneOffset.of(value.substring(MINUTE)) : null;
    }

    /** "two months": no more exact than that. */
    private static boolean countsMonths(String text) {
        return text.endsWith(" months") || text.equals("a month") || text.equals("one month");
    }

    /** "7:30 p.m.", "10 GMT": an hour that names no day. */
    private static boolean isHour(String text) {
        int small = 0;
        for (int i = 0; i < text.length(); i++) {
            small = Character.isLowerCase(text.charAt(i)) ? small + 1 : 0;
            if (small > 2) {
                return false;
            }
        }
        return Character.isDigit(text.charAt(0)) && !Character.isDigit(text.charAt(text.length() - 1));
    }

    /** The end of a stretch that begins today: "within the next ten days" and the like; null for any other value. */
    static @Nullable PartialDate after(DateTag tag, LocalDate today) {
        String value = tag.value();
        int n = value.length();
        if (tag.kind() != DateKind.DURATION || n < 3 || n > 6 || value.charAt(0) != 'P') {
            return null;
        }
        int amount = 0;
        for (int i = 1; i < n - 1; i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            amount = amount * 10 + digit;
        }
        return switch (value.charAt(n - 1)) {
            case 'D' -> PartialDate.of(today.plusDays(amount));
            case 'W' -> PartialDate.of(today.plusWeeks(amount));
            case 'M' -> new PartialDate(today.plusMonths(amount).toString().substring(0, 7));
            case 'Y' -> amount < 100 ? new PartialDate(Integer.toString(today.getYear() + amount)) : null;
            default -> null;
        };
    }
}
