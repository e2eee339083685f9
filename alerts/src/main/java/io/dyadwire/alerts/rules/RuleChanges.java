package io.dyadwire.alerts.rules;

import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.RuleOrigin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a rules file differs from the rules that are kept in it on the topic. Pure. */
public final class RuleChanges {
    private RuleChanges() {}

    /**
     * What is to be done so that the topic says what the file says: rules that come and change in the order of the file, then
     * those that are no longer in it. A rule that changes has one version more. Rules kept by the API are left alone.
     *
     * @param there all rules of the topic
     * @param by who changes them
     * @throws RulesException when the file has ids of rules that the API keeps
     */
    public static List<RuleChange> between(Collection<Rule> there, RuleBook book, String by, Instant at)
            throws RulesException {
        Map<RuleId, Rule> known = new HashMap<>();
        there.forEach(rule -> known.put(rule.id(), rule));
        refuseThoseOfTheApi(known, book);
        List<RuleChange> changes = new ArrayList<>();
        for (Rule rule : book.rules()) {
            Rule before = known.get(rule.id());
            if (before == null || !before.asksTheSameAs(rule)) {
                changes.add(new RuleChange(before, rule.put(nextVersion(before), RuleOrigin.FILE, by, at)));
            }
        }
        known.values().stream()
                .filter(rule -> rule.keptIn() == RuleOrigin.FILE && book.rule(rule.id()) == null)
                .sorted(Comparator.comparing(rule -> rule.id().value()))
                .forEach(rule -> changes.add(new RuleChange(rule, null)));
        return changes;
    }

    private static void refuseThoseOfTheApi(Map<RuleId, Rule> known, RuleBook book) throws RulesException {
        List<String> problems = book.rules().stream()
                .map(rule -> known.get(rule.id()))
                .filter(Objects::nonNull)
                .filter(rule -> rule.keptIn() == RuleOrigin.API)
                .map(rule -> "rule '" + rule.id()
                        + "' stands in the rules file and is also kept on news.rules by others (origin api)"
                        + (rule.changedBy() == null ? "" : ", put by " + rule.changedBy())
                        + (rule.changedAt() == null ? "" : " at " + rule.changedAt())
                        + ": give it another id in the file, or take it off the topic")
                .toList();
        if (!problems.isEmpty()) {
            throw new RulesException(problems);
        }
    }

    private static int nextVersion(@Nullable Rule before) {
        return before == null ? 1 : before.version() + 1;
    }
}
