package io.dyadwire.contract.alert;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.article.Span;
import java.util.List;

/**
 * Words of the article that satisfied one condition of the rule.
 *
 * @param condition such as {@code keywords}, {@code pair JPN-KOR}, {@code topic export-controls}
 * @param span where the sentence stands in the article
 * @param sentence the sentence that holds the words
 * @param words the matching words, as offsets within {@code sentence} (UTF-16 code units)
 */
public record AlertEvidence(String condition, Span span, String sentence, List<Words> words) {
    public AlertEvidence {
        Check.text("condition", condition);
        Check.present("span", span);
        Check.text("sentence", sentence);
        words = Check.list("words", words);
        for (Words some : words) {
            Check.that(some.end() <= sentence.length(), () -> "words: " + some + " end after the sentence");
        }
    }

    /** {@code end} is exclusive. */
    public record Words(int start, int end) {
        public Words {
            Check.that(start >= 0 && end > start, () -> "words: " + start + ".." + end + " is not a span");
        }
    }
}
