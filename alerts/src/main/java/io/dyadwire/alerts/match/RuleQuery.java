package io.dyadwire.alerts.match;

import io.dyadwire.contract.rule.Rule;
import io.dyadwire.matcher.query.Query;
import io.dyadwire.matcher.query.QueryField;
import io.dyadwire.matcher.query.QueryParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All conditions of a rule as one query.
 *
 * @param named the values of fields that it names, such as {@code pair JPN-KOR}: in its lists or among its keywords
 */
public record RuleQuery(Query query, Set<Query.Has> named) {

    /**
     * The query of a rule that looks at articles or deadlines.
     *
     * @throws IllegalArgumentException when its keywords are not well-formed; those from a rules file are
     */
    public static RuleQuery of(Rule rule) {
        List<Query> conditions = List.copyOf(conditions(rule).values());
        Query query = conditions.size() == 1 ? conditions.getFirst() : new Query.And(conditions);
        Set<Query.Has> named = query.leaves()
                .filter(Query.Has.class::isInstance)
                .map(Query.Has.class::cast)
                .collect(Collectors.toSet());
        return new RuleQuery(query, named);
    }

    /** What each of its keys asks for, in the order in which the query has them; throws as {@link #of} does. */
    public static Map<String, Query> conditions(Rule rule) {
        Map<String, Query> conditions = new LinkedHashMap<>();
        if (rule.keywords() != null) {
            conditions.put("keywords", QueryParser.parse(rule.keywords()));
        }
        addAny("pairs", QueryField.PAIR, rule.pairs(), conditions);
        addAny("countries", QueryField.COUNTRY, rule.countries(), conditions);
        addAny("topics", QueryField.TOPIC, rule.topics(), conditions);
        return conditions;
    }

    boolean names(QueryField field, Object value) {
        return named.contains(new Query.Has(field, value.toString()));
    }

    private static void addAny(String key, QueryField field, Collection<?> values, Map<String, Query> conditions) {
        List<Query> any = new ArrayList<>();
        values.forEach(value -> any.add(new Query.Has(field, value.toString())));
        if (!any.isEmpty()) {
            conditions.put(key, any.size() == 1 ? any.getFirst() : new Query.Or(any));
        }
    }
}
