package io.dyadwire.contract.article;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.Digest;

/**
 * Names one article for ever; an edited article keeps its id. Ours are 32 hexadecimal digits of a hash; any other
 * non-blank text of up to 256 characters is accepted, so that foreign articles can be tagged.
 */
public record ArticleId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ArticleId {
        Check.text("articleId", value);
        Check.atMost("articleId", value, 256);
    }

    /** The id of what these parts name, such as a canonical URL, or a feed and its guid. */
    public static ArticleId of(String... parts) {
        return new ArticleId(Digest.of(parts));
    }

    @Override
    public String toString() {
        return value;
    }
}
