package io.dyadwire.alerts.match;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.matcher.query.Document;
import io.dyadwire.matcher.query.MatchSpan;
import io.dyadwire.matcher.query.QueryIndex;
import io.dyadwire.matcher.query.QueryMatch;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Rules as stored queries: one pass over a document finds those that match. */
final class RuleIndex {
    private final List<Rule> rules;
    private final List<RuleQuery> asked = new ArrayList<>();
    private final QueryIndex<Integer> queries;

    /** A rule that is found, what it asked for, and the words that satisfy its keywords; none for a rule without keywords. */
    record Found(Rule rule, RuleQuery asked, List<Span> words) {}

    RuleIndex(Collection<Rule> rules, Vocabulary vocabulary) {
        this.rules = List.copyOf(rules);
        this.queries = new QueryIndex<>(vocabulary);
        for (int i = 0; i < this.rules.size(); i++) {
            RuleQuery query = RuleQuery.of(this.rules.get(i));
            asked.add(query);
            queries.put(i, query.query());
        }
    }

    /** The rules that this document matches, in the order of the file. */
    List<Found> find(Document document) {
        List<Found> found = new ArrayList<>();
        for (QueryMatch<Integer> match : queries.match(document)) {
            List<Span> words = match.spans().stream().map(RuleIndex::span).toList();
            found.add(new Found(rules.get(match.key()), asked.get(match.key()), words));
        }
        return found;
    }

    private static Span span(MatchSpan span) {
        Field field =
                switch (span.field()) {
                    case TITLE -> Field.TITLE;
                    case TEXT -> Field.TEXT;
                };
        return new Span(field, span.start(), span.end());
    }
}
