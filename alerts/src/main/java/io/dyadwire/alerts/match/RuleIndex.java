package io.dyadwire.alerts.match;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.matcher.query.Document;
import io.dyadwire.matcher.query.MatchSpan;
import io.dyadwire.matcher.query.QueryIndex;
import io.dyadwire.matcher.query.QueryMatch;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Rules as stored queries: one pass over a document finds those that match. Nothing may be put while it finds. */
final class RuleIndex {
    private final QueryIndex<RuleId> queries;
    private final Map<RuleId, Asked> known = new HashMap<>();

    /** A rule and what it asks. */
    record Asked(Rule rule, RuleQuery query) {
        /** Throws when the keywords are not well-formed. */
        static Asked by(Rule rule) {
            return new Asked(rule, RuleQuery.of(rule));
        }
    }

    /** A rule that is found, what it asked for, and the words that satisfy its keywords; none for a rule without keywords. */
    record Found(Rule rule, RuleQuery asked, List<Span> words) {}

    RuleIndex(Vocabulary vocabulary) {
        this.queries = new QueryIndex<>(vocabulary);
    }

    /** Puts it in in the place of the one of the same id, or takes that one out. */
    void set(Asked asked, boolean in) {
        if (in) {
            queries.put(asked.rule().id(), asked.query().query());
            known.put(asked.rule().id(), asked);
        } else {
            remove(asked.rule().id());
        }
    }

    void remove(RuleId id) {
        queries.remove(id);
        known.remove(id);
    }

    /** The rules that this document matches, in the order in which they were first put. */
    List<Found> find(Document document) {
        List<Found> found = new ArrayList<>();
        for (QueryMatch<RuleId> match : queries.match(document)) {
            Asked asked = Objects.requireNonNull(known.get(match.key()));
            List<Span> words = match.spans().stream().map(RuleIndex::span).toList();
            found.add(new Found(asked.rule(), asked.query(), words));
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
