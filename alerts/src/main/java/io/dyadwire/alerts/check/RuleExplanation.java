package io.dyadwire.alerts.check;

import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.RuleId;
import java.util.List;

/**
 * Why a rule fires on an article, or does not. What the desk is then told, and when, is decided later: see
 * {@code news.alert-decisions}.
 *
 * <pre>{@code
 * {"rule": "pact-watch", "version": 1, "desk": "asia", "article": "f3c3ea0c…", "fires": false,
 *  "why": "'football' is there, and must not be.", "conditions": [{"key": "keywords", "asks": "pact AND NOT football", …}]}
 * }</pre>
 *
 * @param fires whether the article satisfies it, and it is one that alerts to articles, and the article is not old news
 * @param why the same in a sentence
 * @param conditions one for each of the rule's keys that asks something, all of which must hold; none of a rule that sets a
 *     deadline itself
 */
public record RuleExplanation(
        RuleId rule,
        int version,
        DeskId desk,
        ArticleId article,
        boolean fires,
        String why,
        List<Condition> conditions) {
    public RuleExplanation {
        conditions = List.copyOf(conditions);
    }
}
