package io.dyadwire.processor.topology;

import io.dyadwire.contract.article.Article;
import org.jspecify.annotations.Nullable;

/**
 * Tells a new article from one that went through before. The same page can come by several feeds: the first feed that
 * brought it owns it, and only that feed's edits go on.
 */
final class Duplicates {
    private Duplicates() {}

    /** Why a record goes on or not. */
    enum Verdict {
        FIRST,
        EDITED,
        SAME_VERSION,
        OTHER_FEED;

        boolean goesOn() {
            return this == FIRST || this == EDITED;
        }
    }

    /** What is remembered of an article: the feed that owns it and the newest version that went on. */
    record Seen(String feedId, int version) {}

    static Verdict judge(@Nullable Seen seen, Article article) {
        if (seen == null) {
            return Verdict.FIRST;
        }
        if (!seen.feedId().equals(article.feedId())) {
            return Verdict.OTHER_FEED;
        }
        return article.version() > seen.version() ? Verdict.EDITED : Verdict.SAME_VERSION;
    }
}
