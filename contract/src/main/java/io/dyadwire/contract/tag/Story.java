package io.dyadwire.contract.tag;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.article.ArticleId;
import org.jspecify.annotations.Nullable;

/**
 * The story that an article belongs to.
 *
 * @param copyOf the article that this one repeats, when it does
 * @param similarity 0 to 1, to the story's first article
 */
public record Story(String id, @Nullable ArticleId copyOf, double similarity) {
    public Story {
        Check.text("story.id", id);
        Check.share("similarity", similarity);
    }
}
