package io.dyadwire.alerts.rules;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long something lasts, and why, in the forms that people send. */
final class Times {
    private static final int MAX_COMMENT = 500;
    private static final Duration LONGEST = Duration.ofDays(366);

    private Times() {}

    /** The end by {@code until} or {@code for}; null when it is wrong, which is told. */
    static @Nullable Instant end(Setting entry, Instant from, Instant now) {
        if (entry.at("until").absent() == entry.at("for").absent()) {
            entry.at("until").problem("give either until, such as 2030-01-02T07:00:00Z, or for, such as PT8H");
            return null;
        }
        Instant until = entry.at("until").optional(Times::moment);
        Duration length = entry.at("for").optional(Times::length);
        Instant end = length == null ? until : from.plus(length);
        if (end != null && (!end.isAfter(from) || !end.isAfter(now))) {
            entry.at("until").problem(end + " is not to come, or before from");
        } else if (end != null && end.isAfter(now.plus(LONGEST))) {
            entry.at("until").problem(end + " is more than a year away");
        }
        return end;
    }

    static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a moment, such as 2030-01-02T07:00:00Z", e);
        }
    }

    private static Duration length(String text) {
        try {
            Duration length = Duration.parse(text);
            if (length.isPositive() && length.compareTo(LONGEST) <= 0) {
                return length;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a length of time, such as PT30M, PT8H or P2D", e);
        }
        throw new IllegalArgumentException("'" + text + "' is not between nothing and a year");
    }

    static String comment(String text) {
        if (text.length() > MAX_COMMENT || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("must be one line of at most " + MAX_COMMENT + " characters");
        }
        return text.strip();
    }
}
