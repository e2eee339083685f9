package io.dyadwire.alerts.match;

import io.dyadwire.contract.rule.Rule;
import io.dyadwire.matcher.query.Query;
import io.dyadwire.matcher.query.QueryField;
import io.dyadwire.matcher.query.QueryParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All conditions of a rule as one query.
 *
 * @param named the values of fields that it names, such as {@code pair JPN-KOR}: in its lists or among its keywords
 */
record RuleQuery(Query query, Set<Query.Has> named) {

    /** Throws when the keywords are not well-formed; those from a rules file are. */
    static RuleQuery of(Rule rule) {
        List<Query> conditions = new ArrayList<>();
        if (rule.keywords() != null) {
            conditions.add(QueryParser.parse(rule.keywords()));
        }
        addAny(QueryField.PAIR, rule.pairs(), conditions);
        addAny(QueryField.COUNTRY, rule.countries(), conditions);
        addAny(QueryField.TOPIC, rule.topics(), conditions);
        Query query = conditions.size() == 1 ? conditions.getFirst() : new Query.And(conditions);
        Set<Query.Has> named = query.leaves()
                .filter(Query.Has.class::isInstance)
                .map(Query.Has.class::cast)
                .collect(Collectors.toSet());
        return new RuleQuery(query, named);
    }

    boolean names(QueryField field, Object value) {
        return named.contains(new Query.Has(field, value.toString()));
    }

    private static void addAny(QueryField field, Collection<?> values, List<Query> conditions) {
        List<Query> any = new ArrayList<>();
        values.forEach(value -> any.add(new Query.Has(field, value.toString())));
        if (!any.isEmpty()) {
            conditions.add(any.size() == 1 ? any.getFirst() : new Query.Or(any));
        }
    }
}
