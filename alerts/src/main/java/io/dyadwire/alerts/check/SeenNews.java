package io.dyadwire.alerts.check;

import io.dyadwire.alerts.backtest.ArticleSource;
import io.dyadwire.alerts.backtest.Backtest;
import io.dyadwire.alerts.match.RuleMatcher;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.tag.TaggedArticle;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lint asks of the news of the past: how many articles each rule matched, and the words that its beginnings take in. Its
 * size does not grow with the articles.
 */
public final class SeenNews {
    private final Map<RuleId, Long> matches = new HashMap<>();
    private final NewsWords words;
    private long articles;
    private @Nullable Instant from;
    private @Nullable Instant to;

    private SeenNews(RuleBook book) {
        this.words = new NewsWords(book);
    }

    /** What the rules of this book did there. */
    public static SeenNews of(RuleBook book, ArticleSource source, Backtest.Progress progress) {
        SeenNews seen = new SeenNews(book);
        RuleMatcher matcher = new RuleMatcher(book);
        source.read(step -> {
            seen.take(step.tagged(), step.at(), matcher);
            return progress.goOn(step.read(), step.of());
        });
        return seen;
    }

    private void take(TaggedArticle tagged, Instant at, RuleMatcher matcher) {
        articles++;
        from = from == null || at.isBefore(from) ? at : from;
        to = to == null || at.isAfter(to) ? at : to;
        matcher.match(tagged).forEach(match -> matches.merge(match.rule().id(), 1L, Long::sum));
        words.add(tagged);
    }

    long articles() {
        return articles;
    }

    long matches(RuleId rule) {
        return matches.getOrDefault(rule, 0L);
    }

    /** Absent where there were no articles, as {@link #to} is. */
    @Nullable
    Instant from() {
        return from;
    }

    @Nullable
    Instant to() {
        return to;
    }

    NewsWords words() {
        return words;
    }
}
