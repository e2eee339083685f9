package io.dyadwire.alerts.check;

import io.dyadwire.alerts.check.Finding.Kind;
import io.dyadwire.alerts.match.RuleQuery;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.matcher.query.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules of one desk that tell it of the same articles. The same is found among any number; that one fires whenever another
 * does, at desks of up to {@value #MOST_COMPARED} rules, as each is held against each.
 */
final class Overlaps {
    private static final int MOST_COMPARED = 1_000;

    private record Asked(Rule rule, Query query) {}

    private Overlaps() {}

    static List<Finding> of(RuleBook book) {
        Map<DeskId, List<Asked>> desks = new LinkedHashMap<>();
        for (Rule rule : book.rules()) {
            if (rule.matchesArticles()) {
                desks.computeIfAbsent(rule.desk(), desk -> new ArrayList<>())
                        .add(new Asked(rule, RuleQuery.of(rule).query()));
            }
        }
        List<Finding> findings = new ArrayList<>();
        desks.values().forEach(rules -> addAll(rules, findings));
        return findings;
    }

    private static void addAll(List<Asked> rules, List<Finding> findings) {
        Map<Query, Rule> known = new HashMap<>();
        List<Asked> different = new ArrayList<>();
        for (Asked asked : rules) {
            Rule first = known.putIfAbsent(asked.query(), asked.rule());
            if (first == null) {
                different.add(asked);
            } else {
                findings.add(new Finding(
                        asked.rule().id(),
                        Kind.SAME,
                        "It asks for the same as '" + first.id() + "' of the same desk.",
                        "The desk is told twice of each article.",
                        "Take one of the two out."));
            }
        }
        if (different.size() <= MOST_COMPARED) {
            different.forEach(asked -> addWithin(asked, different, findings));
        }
    }

    /** The first that is wider: one is enough to say. */
    private static void addWithin(Asked asked, List<Asked> others, List<Finding> findings) {
        others.stream()
                .filter(other -> !other.rule().id().equals(asked.rule().id()) && isWider(other, asked))
                .findFirst()
                .ifPresent(wider -> findings.add(new Finding(
                        asked.rule().id(),
                        Kind.WITHIN,
                        "Whenever it fires, '" + wider.rule().id() + "' of the same desk fires too.",
                        "The desk is told twice of each of its articles.",
                        "Take it out, or leave what it asks for out of the other with NOT.")));
    }

    private static boolean isWider(Asked wider, Asked asked) {
        return wider.rule().alertOn().containsAll(asked.rule().alertOn())
                && Implication.holds(asked.query(), wider.query());
    }
}
