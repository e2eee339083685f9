package io.dyadwire.alerts.http;

import io.dyadwire.alerts.access.Scope;
import io.dyadwire.alerts.check.RuleExplainer;
import io.dyadwire.alerts.check.RuleExplanation;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.told.History;
import io.dyadwire.contract.alert.AlertArticle;
import io.dyadwire.contract.alert.AlertDecision;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An article as it was tagged, and why a desk was told of it, or was not. */
final class ArticlesApi {
    static final String ARTICLE = Endpoint.V1 + "/articles/{id}";
    static final String EXPLAIN = ARTICLE + "/explain";
    static final Set<String> PARAMETERS = Set.of("rule");

    /** How long before its newest version an article may have had another. */
    private static final Duration EDITED_FOR = Duration.ofDays(7);

    private static final int AT_ONCE = 2;

    private final LiveRules rules;
    private final Supplier<@Nullable History> history;
    private final Semaphore looking = new Semaphore(AT_ONCE);

    /** @param history null as long as nothing can be looked for */
    ArticlesApi(LiveRules rules, Supplier<@Nullable History> history) {
        this.rules = rules;
        this.history = history;
    }

    /**
     * Why.
     *
     * @param decisions what became of it, oldest first, by the rules that the caller knows; as on {@code news.alert-decisions}
     * @param whole false when there may be more decisions than were looked at
     * @param rule what the rule that was named asks, part by part, and what the article has of it; as both stand now
     */
    record Why(
            AlertArticle article,
            List<AlertDecision> decisions,
            boolean whole,
            @Nullable RuleExplanation rule) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(ARTICLE, Scope.ALERTS_READ, Set.of(), this::show),
                Endpoint.get(EXPLAIN, Scope.ALERTS_READ, PARAMETERS, this::explain));
    }

    private Reply show(Request request) throws InterruptedException {
        return inTurn(past -> Reply.json(article(past, request)));
    }

    private Reply explain(Request request) throws InterruptedException {
        RuleId id = request.parameters().read("rule", RuleId::new, "the id of a rule");
        Rule rule = id == null ? null : known(id, request);
        return inTurn(past -> {
            TaggedArticle tagged = article(past, request);
            Article article = tagged.article();
            Instant since = article.version() == 1
                    ? article.fetchedAt()
                    : article.fetchedAt().minus(EDITED_FOR);
            History.Found<AlertDecision> found =
                    past.since(Topics.DECISIONS, article.id().value(), since);
            List<AlertDecision> decisions = found.values().stream()
                    .filter(decision -> request.caller().knows(decision.desk()))
                    .filter(decision -> id == null || decision.rule().id().equals(id))
                    .toList();
            return Reply.json(new Why(
                    AlertArticle.of(article),
                    decisions,
                    found.whole(),
                    rule == null ? null : RuleExplainer.explain(rule, tagged)));
        });
    }

    private Rule known(RuleId id, Request request) {
        Rule rule = rules.rule(id);
        if (rule == null || !request.caller().knows(rule.desk())) {
            throw RefusedException.notFound("there is no rule '" + id + "'");
        }
        return rule;
    }

    private static TaggedArticle article(History past, Request request) throws InterruptedException {
        ArticleId id = request.step("id", ArticleId::new);
        TaggedArticle found = past.newest(Topics.TAGGED, id.value());
        if (found == null) {
            throw RefusedException.notFound("there is no article '" + id
                    + "' among the newest 200,000 of its partition of " + Topics.TAGGED.name());
        }
        return found;
    }

    @FunctionalInterface
    private interface Look {
        Reply at(History past) throws InterruptedException;
    }

    /** Each may take seconds; the rest of the API is not to wait for them. */
    private Reply inTurn(Look look) throws InterruptedException {
        History past = history.get();
        if (past == null) {
            throw RefusedException.notYet("nothing can be looked for yet");
        }
        if (!looking.tryAcquire()) {
            throw RefusedException.notYet("others look for articles");
        }
        try {
            return look.at(past);
        } finally {
            looking.release();
        }
    }
}
