package io.dyadwire.contract.tag;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.article.Span;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A topic that the article reports on.
 *
 * @param topic slug of the vocabulary, such as {@code export-controls}
 * @param score 0 to 1
 * @param evidence the words that gave it
 */
public record TopicTag(String topic, double score, List<Span> evidence) {
    /** What a slug looks like. */
    public static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public TopicTag {
        Check.matches("topic", topic, SLUG, "a slug (lower-case words joined by '-')");
        Check.share("score", score);
        evidence = List.copyOf(Check.notEmpty("evidence", evidence));
    }
}
