package io.dyadwire.contract.tag;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.article.ArticleId;
import org.jspecify.annotations.Nullable;

/**
 * The story that an article belongs to: here, that of its headline, so that outlets with the same one share it.
 *
 * @param copyOf the article that this one repeats, when it does
 * @param similarity 0 to 1, to the story's first article
 * @param textKey the same for articles whose texts begin the same; absent when there is too little text to tell
 */
public record Story(
        String id,
        @Nullable ArticleId copyOf,
        double similarity,
        @Nullable String textKey) {
    public Story {
        Check.text("story.id", id);
        Check.share("similarity", similarity);
    }
}
