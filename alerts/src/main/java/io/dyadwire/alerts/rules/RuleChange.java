package io.dyadwire.alerts.rules;

import io.dyadwire.contract.rule.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule that comes, changes or goes.
 *
 * @param before as it is on the topic; null for a new one
 * @param after as it is to be, with its version; null for one that goes
 */
public record RuleChange(@Nullable Rule before, @Nullable Rule after) {
    /** One key of a rule, as the rules file writes it. Empty: it is not there. */
    public record Difference(String key, String from, String to) {}

    /** The rule as it is to be; the one that goes when it goes. */
    public Rule rule() {
        return Objects.requireNonNull(after == null ? before : after);
    }

    /** The keys that say something else before and after; of a new rule all that it has, in the order of the file. */
    public List<Difference> differences() {
        Map<String, String> from = keys(before);
        Map<String, String> to = keys(after);
        List<Difference> differences = new ArrayList<>();
        keys(rule()).keySet().forEach(key -> {
            String was = from.getOrDefault(key, "");
            String is = to.getOrDefault(key, "");
            if (!was.equals(is)) {
                differences.add(new Difference(key, was, is));
            }
        });
        return differences;
    }

    /** What a rule asks for, by the keys of the rules file; empty where it says nothing. */
    public static Map<String, String> keys(@Nullable Rule rule) {
        Map<String, String> keys = new LinkedHashMap<>();
        if (rule != null) {
            keys.put("desk", rule.desk().value());
            keys.put("name", rule.name());
            keys.put("keywords", Objects.requireNonNullElse(rule.keywords(), ""));
            keys.put("countries", list(rule.countries()));
            keys.put("pairs", list(rule.pairs()));
            keys.put("topics", list(rule.topics()));
            keys.put("alertOn", rule.due() == null ? list(rule.alertOn()).toLowerCase(Locale.ROOT) : "");
            keys.put("remind", list(rule.remind()));
            keys.put("due", rule.due() == null ? "" : rule.due().toString());
            keys.put("what", Objects.requireNonNullElse(rule.what(), ""));
            keys.put(
                    "severity",
                    rule.severity() == null ? "" : rule.severity().name().toLowerCase(Locale.ROOT));
        }
        return keys;
    }

    private static String list(Collection<?> values) {
        return values.isEmpty()
                ? ""
                : values.stream().map(Object::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
