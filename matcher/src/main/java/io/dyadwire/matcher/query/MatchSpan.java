package io.dyadwire.matcher.query;

/** Where in an article words of a query stand: UTF-16 units into the title or the text, end exclusive. */
public record MatchSpan(Field field, int start, int end) {
    /** The two texts of an article that are searched. */
    public enum Field {
        TITLE,
        TEXT
    }
}
