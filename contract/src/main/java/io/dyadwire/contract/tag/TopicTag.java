package io.dyadwire.contract.tag;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.article.Span;
import java.util.List;

/**
 * A topic that the article reports on.
 *
 * @param topic slug of the vocabulary, such as {@code export-controls}
 * @param score 0 to 1
 * @param evidence the words that gave it
 */
public record TopicTag(String topic, double score, List<Span> evidence) {
    public TopicTag {
        Check.slug("topic", topic);
        Check.share("score", score);
        evidence = Check.some("evidence", evidence);
    }
}
