package io.dyadwire.alerts.notify.console;

import io.dyadwire.contract.alert.AlertType;

/** How things look: in colours (ANSI SGR), or without, where marked words stand in «». */
record Style(boolean colour) {
    private static final String RESET = "\u001b[0m";

    String strong(String text) {
        return painted("1", text);
    }

    String faint(String text) {
        return painted("2", text);
    }

    /** A matched word within a sentence. */
    String marked(String text) {
        return colour ? painted("1;33", text) : "«" + text + "»";
    }

    String label(AlertType type) {
        return switch (type) {
            case MATCH -> painted("1;36", "MATCH");
            case ANNOUNCED -> painted("1;35", "DEADLINE");
            case CONFIRMED -> painted("1;35", "CONFIRMED");
            case MOVED -> painted("1;33", "MOVED");
            case CONFLICT -> painted("1;33", "CONFLICT");
            case REMINDER -> painted("1;31", "REMINDER");
            case CANCELLED -> painted("1;34", "CANCELLED");
            case POSTPONED -> painted("1;33", "POSTPONED");
            case MET -> painted("1;32", "MET");
            case PASSED -> painted("1;34", "PASSED");
            case CORRECTION -> painted("1;31", "CORRECTED");
            case RETRACTION -> painted("1;31", "WITHDRAWN");
            case DIGEST -> painted("1;36", "DIGEST");
            case STORM -> painted("1;31", "STORM");
        };
    }

    /** Columns that the marks around a word take. */
    int markColumns() {
        return colour ? 0 : 2;
    }

    private String painted(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + RESET : text;
    }
}
