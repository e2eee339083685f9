package io.dyadwire.alerts.match;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.matcher.query.MatchSpan;
import io.dyadwire.matcher.query.Query;
import io.dyadwire.matcher.query.QueryIndex;
import io.dyadwire.matcher.query.QueryMatch;
import io.dyadwire.matcher.query.QueryParser;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keywords of many rules, found in one pass over the words of a text. */
final class KeywordIndex {
    private final QueryIndex<Integer> queries;
    private final boolean empty;

    /** Those of the rules that have keywords; a rule is known by its place in the list. */
    KeywordIndex(List<Rule> rules, Vocabulary vocabulary) {
        Map<Integer, Query> parsed = new LinkedHashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            String keywords = rules.get(i).keywords();
            if (keywords != null) {
                parsed.put(i, QueryParser.parse(keywords));
            }
        }
        this.queries = QueryIndex.of(parsed, vocabulary);
        this.empty = parsed.isEmpty();
    }

    boolean isEmpty() {
        return empty;
    }

    /** The rules whose keywords match, and the words that do. */
    Map<Integer, List<Span>> find(Tokens title, Tokens text) {
        Map<Integer, List<Span>> found = new HashMap<>();
        for (QueryMatch<Integer> match : queries.match(title, text)) {
            found.put(
                    match.key(), match.spans().stream().map(KeywordIndex::span).toList());
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
