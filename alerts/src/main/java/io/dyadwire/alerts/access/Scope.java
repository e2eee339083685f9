package io.dyadwire.alerts.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a token is for. Whoever may write something may read it. */
public enum Scope {
    /** Rules and silences. */
    RULES_READ,
    RULES_WRITE,
    /** Alerts, what was decided about an article and why, feeds of alerts. */
    ALERTS_READ,
    /** Acknowledging, snoozing and rating. */
    ALERTS_WRITE,
    /** Deadlines and the calendar. */
    DEADLINES_READ,
    /** What became of each alert on each channel. */
    DELIVERIES_READ,
    DELIVERIES_WRITE,
    /** Everything. */
    ADMIN;

    /** Such as {@code rules:read}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /**
     * The scope that is written so.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Scope of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is not one of "
                        + Arrays.stream(values()).map(Scope::word).collect(Collectors.joining(", "))));
    }

    /** Whether having this one is enough where the other is asked for. */
    boolean covers(Scope other) {
        return this == ADMIN
                || this == other
                || (name().endsWith("_WRITE") && other.name().equals(name().replace("_WRITE", "_READ")));
    }
}
