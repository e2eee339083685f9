package io.dyadwire.alerts.rules;

import io.dyadwire.contract.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the rules of a book differ from those last published.
 *
 * @param book the same rules with their versions: the known one when nothing changed, one more when something did
 * @param changed new rules and those that changed, with their versions
 * @param gone keys of the rules that are no longer there
 */
record RuleChanges(RuleBook book, List<Rule> changed, List<String> gone) {

    /** @param known the published rules by their keys */
    static RuleChanges between(Map<String, Rule> known, RuleBook book) {
        List<Rule> rules = new ArrayList<>();
        List<Rule> changed = new ArrayList<>();
        for (Rule rule : book.rules()) {
            Rule before = known.get(rule.key());
            Rule now = versioned(rule, before);
            rules.add(now);
            if (!now.equals(before)) {
                changed.add(now);
            }
        }
        List<String> kept = rules.stream().map(Rule::key).toList();
        TreeSet<String> gone = new TreeSet<>(known.keySet());
        kept.forEach(gone::remove);
        return new RuleChanges(new RuleBook(book.desks(), rules), changed, List.copyOf(gone));
    }

    private static Rule versioned(Rule rule, @Nullable Rule before) {
        if (before == null) {
            return withVersion(rule, 1);
        }
        Rule same = withVersion(rule, before.version());
        return same.equals(before) ? same : withVersion(rule, before.version() + 1);
    }

    private static Rule withVersion(Rule r, int version) {
        return new Rule(
                r.id(),
                r.desk(),
                r.name(),
                version,
                r.keywords(),
                r.countries(),
                r.pairs(),
                r.topics(),
                r.alertOn(),
                r.remind(),
                r.due(),
                r.what(),
                r.severity());
    }
}
