package io.dyadwire.processor.reason;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.matcher.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the reasons of one article's tags, from the code that decides. {@link #NONE} takes nothing: what costs something
 * to put into words is put only when {@link #wanted()}. Not thread-safe, {@code NONE} aside.
 */
public final class Reasons {
    /** Nobody asks. */
    public static final Reasons NONE = new Reasons(false);

    private final boolean wanted;
    private final List<Reason> reasons = new ArrayList<>();

    private Reasons(boolean wanted) {
        this.wanted = wanted;
    }

    /** For one article that somebody asks about. */
    public static Reasons asked() {
        return new Reasons(true);
    }

    /** Whether anybody asks. */
    public boolean wanted() {
        return wanted;
    }

    /** Speaks for a tag. */
    public void given(Reason.Subject subject, String tag, @Nullable Span span, String why) {
        tell(true, subject, tag, span, why);
    }

    /** Says why words, or a tag as a whole, do not count. */
    public void dropped(Reason.Subject subject, String tag, @Nullable Span span, String why) {
        tell(false, subject, tag, span, why);
    }

    /** Either of the two. */
    public void tell(boolean given, Reason.Subject subject, String tag, @Nullable Span span, String why) {
        if (wanted) {
            reasons.add(new Reason(subject, tag, span, given, why));
        }
    }

    /** Says why the words from one token to another, both included, do not count. */
    public void dropped(
            Reason.Subject subject, String tag, Field field, Tokens tokens, int first, int last, String why) {
        if (wanted) {
            dropped(subject, tag, new Span(field, tokens.start(first), tokens.end(last)), why);
        }
    }

    /** All that was told, in the order it was decided. */
    public List<Reason> all() {
        return List.copyOf(reasons);
    }
}
