package io.dyadwire.contract.tag;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;

/**
 * A time expression.
 *
 * @param value as in TIMEX3: {@code 2019-08-24}, {@code 2019-W34}, {@code 2019-08}, {@code P3D}, {@code PAST_REF}
 * @param text the words as they stand
 */
public record DateTag(String value, DateKind kind, Field field, int start, int end, String text) {
    public DateTag {
        Check.text("value", value);
        Check.present("kind", kind);
        Check.present("field", field);
        Check.that(start >= 0 && end > start, () -> "date: " + start + ".." + end + " is not a span");
        Check.text("text", text);
    }

    public Span span() {
        return new Span(field, start, end);
    }
}
