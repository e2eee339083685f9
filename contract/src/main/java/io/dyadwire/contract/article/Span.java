package io.dyadwire.contract.article;

import io.dyadwire.contract.Check;

/** Words of an article that prove something: UTF-16 code units, {@code end} exclusive, never empty. */
public record Span(Field field, int start, int end) {
    public Span {
        Check.present("field", field);
        Check.atLeast("start", start, 0);
        Check.that(end > start, () -> "end: " + end + " is not after start " + start);
    }

    /** Whether the article has words there. */
    public boolean fits(Article article) {
        return end <= field.of(article).length();
    }

    /** The words themselves. */
    public String in(Article article) {
        return field.of(article).substring(start, end);
    }

    public boolean overlaps(Span other) {
        return field == other.field && start < other.end && other.start < end;
    }
}
