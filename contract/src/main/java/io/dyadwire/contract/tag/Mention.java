package io.dyadwire.contract.tag;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;

/** One place where an article names a country. Offsets are UTF-16 code units, {@code end} exclusive. */
public record Mention(Field field, int start, int end, String text, MentionKind kind) {
    public Mention {
        Check.present("field", field);
        Check.that(start >= 0 && end > start, () -> "mention: " + start + ".." + end + " is not a span");
        Check.text("text", text);
        Check.present("kind", kind);
    }

    public Span span() {
        return new Span(field, start, end);
    }
}
