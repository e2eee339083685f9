package io.dyadwire.alerts.match;

import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.PairTag;
import io.dyadwire.contract.tag.Role;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.tag.TopicTag;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** What the tags say, as rules ask for it; countries are those that it is about. */
record Facts(Set<String> countries, Set<Pair> pairs, Set<String> topics) {

    static Facts of(TaggedArticle tagged) {
        Set<String> countries = new LinkedHashSet<>();
        for (CountryTag country : tagged.countries()) {
            if (country.role() == Role.ABOUT) {
                countries.add(country.code());
            }
        }
        Set<Pair> pairs = new LinkedHashSet<>();
        tagged.pairs().stream().map(PairTag::pair).forEach(pairs::add);
        Set<String> topics = new LinkedHashSet<>();
        tagged.topics().stream().map(TopicTag::topic).forEach(topics::add);
        return new Facts(countries, pairs, topics);
    }

    /** A deadline is about the countries of its pairs. */
    static Facts of(Deadline deadline) {
        Set<String> countries = new LinkedHashSet<>();
        for (Pair pair : deadline.pairs()) {
            countries.add(pair.first());
            countries.add(pair.second());
        }
        return new Facts(countries, new HashSet<>(deadline.pairs()), new HashSet<>(deadline.topics()));
    }

    /** Everything that a rule may be filed under; codes, pairs and slugs never look alike. */
    Set<Object> all() {
        Set<Object> all = new LinkedHashSet<>(pairs);
        all.addAll(countries);
        all.addAll(topics);
        return all;
    }

    /** Whether every condition of the rule on tags holds; within one, any entry will do. */
    boolean satisfy(Rule rule) {
        return any(rule.pairs(), pairs) && any(rule.countries(), countries) && any(rule.topics(), topics);
    }

    private static boolean any(Collection<?> asked, Collection<?> there) {
        return asked.isEmpty() || !Collections.disjoint(asked, there);
    }
}
