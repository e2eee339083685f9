package io.dyadwire.alerts.match;

import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineStatement;
import io.dyadwire.contract.rule.AlertOn;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/**
 * Which rules an article or a deadline matches. All conditions of a rule must hold; within a list any one does.
 * Thread-safe: rules are put and removed while others match. Until one is, the same article gives the same answer,
 * whatever was asked before.
 */
public final class RuleMatcher {
    private final Tokenizer tokenizer;
    private final RuleIndex forArticles;
    private final RuleIndex forDeadlines;

    /** A text is cut and asked under one lock, so that no word of a rule comes in between. */
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    /**
     * Prepares to match these rules.
     *
     * @throws IllegalArgumentException when the keywords of a rule are not well-formed; those from a rules file are
     */
    public RuleMatcher(RuleBook book) {
        Vocabulary vocabulary = new Vocabulary();
        this.forArticles = new RuleIndex(vocabulary);
        this.forDeadlines = new RuleIndex(vocabulary);
        this.tokenizer = new Tokenizer(vocabulary);
        book.rules().forEach(this::put);
    }

    /**
     * Matches with this rule too from now on, and no longer with the one of the same id.
     *
     * @throws IllegalArgumentException when its keywords are not well-formed; all stays as it was then
     */
    public void put(Rule rule) {
        if (!rule.matchesArticles()) {
            remove(rule.id());
            return;
        }
        RuleIndex.Asked asked = RuleIndex.Asked.by(rule);
        lock.writeLock().lock();
        try {
            forArticles.set(asked, rule.alertOn().contains(AlertOn.ARTICLES));
            forDeadlines.set(asked, rule.alertOn().contains(AlertOn.DEADLINES));
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Matches with the rule of this id no longer; nothing happens when there is none. */
    public void remove(RuleId id) {
        lock.writeLock().lock();
        try {
            forArticles.remove(id);
            forDeadlines.remove(id);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** The rules on articles that this one matches, in the order in which they were first put, each with its evidence. */
    public List<RuleMatch> match(TaggedArticle tagged) {
        lock.readLock().lock();
        try {
            return matchNow(tagged);
        } finally {
            lock.readLock().unlock();
        }
    }

    private List<RuleMatch> matchNow(TaggedArticle tagged) {
        CutText cut = cut(tagged.article());
        List<RuleIndex.Found> found = forArticles.find(Documents.of(tagged, cut));
        if (found.isEmpty()) {
            return List.of();
        }
        Excerpts excerpts = new Excerpts(tagged.article(), cut);
        EvidenceFinder evidence = new EvidenceFinder(tagged, excerpts);
        List<RuleMatch> matches = new ArrayList<>();
        for (RuleIndex.Found rule : found) {
            matches.add(new RuleMatch(rule.rule(), evidence.of(rule.asked(), rule.words())));
        }
        return matches;
    }

    /**
     * The rules on deadlines that this one matches. Its countries are those of its pairs; keywords are looked for in the
     * latest statement's title and quote and in what is due.
     */
    public List<Rule> match(Deadline deadline) {
        return match(deadline, deadline.latest()).toList();
    }

    /**
     * The rules on deadlines that this one matches by any statement that is kept: so that a desk that followed it goes on
     * to, also when the newest words no longer match.
     */
    public List<Rule> matchAny(Deadline deadline) {
        return deadline.history().stream()
                .flatMap(statement -> match(deadline, statement))
                .distinct()
                .toList();
    }

    private Stream<Rule> match(Deadline deadline, DeadlineStatement statement) {
        lock.readLock().lock();
        try {
            return forDeadlines.find(Documents.of(deadline, statement, tokenizer)).stream()
                    .map(RuleIndex.Found::rule);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The sentences of this article. */
    public Excerpts excerpts(Article article) {
        return new Excerpts(article, cut(article));
    }

    private CutText cut(Article article) {
        return new CutText(tokenizer, article.title(), article.text());
    }
}
