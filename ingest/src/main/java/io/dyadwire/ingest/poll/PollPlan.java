package io.dyadwire.ingest.poll;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.feed.Ledger;
import java.util.List;

/**
 * What a poll changes: to be committed together or not at all.
 *
 * @param articles to be published, oldest first
 * @param state of the feed afterwards
 * @param ledger of this poll alone
 */
public record PollPlan(List<Article> articles, FeedState state, Ledger ledger) {
    public PollPlan {
        articles = List.copyOf(articles);
    }

    /** The same, with another state. */
    public PollPlan withState(FeedState other) {
        return new PollPlan(articles, other, ledger);
    }

    /** The same articles, told otherwise. */
    public PollPlan withArticles(List<Article> others) {
        return new PollPlan(others, state, ledger);
    }
}
