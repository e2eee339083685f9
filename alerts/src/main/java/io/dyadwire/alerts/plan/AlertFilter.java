package io.dyadwire.alerts.plan;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.Severity;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Which alerts are meant: all lists must hold, within a list any one does, an empty list asks nothing. */
public record AlertFilter(
        List<RuleId> rules,
        List<Severity> severity,
        List<AlertType> types,
        List<Pair> pairs,
        List<String> countries,
        List<String> topics) {
    /** Every alert. */
    public static final AlertFilter ALL =
            new AlertFilter(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public AlertFilter {
        rules = Check.list("rules", rules);
        severity = Check.list("severity", severity);
        types = Check.list("types", types);
        pairs = Check.list("pairs", pairs);
        countries = Check.list("countries", countries);
        topics = Check.list("topics", topics);
    }

    /** Whether this alert, which matters so much, is meant. */
    public boolean matches(Alert alert, Severity weight) {
        return any(rules, List.of(alert.rule().id()))
                && any(severity, List.of(weight))
                && any(types, List.of(alert.type()))
                && any(pairs, alert.pairs())
                && any(countries, alert.countries())
                && any(topics, alert.topics());
    }

    private static boolean any(Collection<?> wanted, Collection<?> has) {
        return wanted.isEmpty() || !Collections.disjoint(wanted, has);
    }
}
