package io.dyadwire.alerts.match;

import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rules filed so that a text meets few of them: those with keywords under their words, the others under their pairs,
 * else their countries, else their topics. Only what is found there is checked in full.
 */
final class RuleIndex {
    private final List<Rule> rules;
    private final KeywordIndex keywords;
    private final Map<Object, List<Integer>> byTag = new HashMap<>();

    /** A rule that is found, and the words that satisfy its keywords; none for a rule without keywords. */
    record Found(Rule rule, List<Span> words) {}

    RuleIndex(Collection<Rule> rules, Vocabulary vocabulary) {
        this.rules = List.copyOf(rules);
        this.keywords = new KeywordIndex(this.rules, vocabulary);
        for (int i = 0; i < this.rules.size(); i++) {
            for (Object tag : filedUnder(this.rules.get(i))) {
                byTag.computeIfAbsent(tag, none -> new ArrayList<>()).add(i);
            }
        }
    }

    /**
     * The rules that this text matches, in the order of the file.
     *
     * @param text cut only when there are keywords to look for
     */
    List<Found> find(Facts facts, CutText text) {
        SortedMap<Integer, List<Span>> candidates = new TreeMap<>();
        if (!keywords.isEmpty()) {
            candidates.putAll(keywords.find(text.title(), text.text()));
        }
        for (Object tag : facts.all()) {
            for (int rule : byTag.getOrDefault(tag, List.of())) {
                candidates.put(rule, List.of());
            }
        }
        List<Found> found = new ArrayList<>();
        candidates.forEach((rule, words) -> {
            if (facts.satisfy(rules.get(rule))) {
                found.add(new Found(rules.get(rule), words));
            }
        });
        return found;
    }

    private static Set<Object> filedUnder(Rule rule) {
        if (rule.keywords() != null) {
            return Set.of();
        }
        if (!rule.pairs().isEmpty()) {
            return new LinkedHashSet<>(rule.pairs());
        }
        return new LinkedHashSet<>(rule.countries().isEmpty() ? rule.topics() : rule.countries());
    }
}
