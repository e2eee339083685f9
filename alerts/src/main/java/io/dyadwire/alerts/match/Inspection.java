package io.dyadwire.alerts.match;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.matcher.query.Explanation;
import io.dyadwire.matcher.query.Query;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Vocabulary;

/**
 * One article, asked as the {@link RuleMatcher} asks it, but one query at a time and part by part: for a person's question,
 * not for the stream. Cuts the article anew for each.
 */
public final class Inspection {
    private final TaggedArticle tagged;

    public Inspection(TaggedArticle tagged) {
        this.tagged = tagged;
    }

    /** Which parts of the query the article satisfies. */
    public Explanation of(Query query) {
        Vocabulary vocabulary = new Vocabulary();
        Tokenizer tokenizer = new Tokenizer(vocabulary);
        Article article = tagged.article();
        return Explanation.of(
                query, vocabulary, () -> Documents.of(tagged, new CutText(tokenizer, article.title(), article.text())));
    }
}
