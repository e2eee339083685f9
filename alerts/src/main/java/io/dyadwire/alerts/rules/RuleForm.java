package io.dyadwire.alerts.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.rule.AlertOn;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One rule as JSON: the keys of {@code rules.yaml} and, when it is shown, what is known of it besides. What is shown may be
 * changed and given back.
 */
public final class RuleForm {
    /** Shown, and ignored when given back. */
    private static final Set<String> SHOWN = Set.of("version", "origin", "changedBy", "changedAt");

    private RuleForm() {}

    /**
     * Reads one, as strictly as the file is read.
     *
     * @param id what it is to be called; {@code id} in the form may be left out
     * @param book its desks and the topics that it may name
     * @throws RulesException when it is wrong, with every mistake
     */
    public static Rule read(JsonNode form, RuleId id, RuleBook book) throws RulesException {
        Problems problems = new Problems("rule");
        JsonNode asked = form;
        if (form instanceof ObjectNode object) {
            ObjectNode copy = object.deepCopy();
            copy.remove(SHOWN);
            if (!copy.has("id")) {
                copy.put("id", id.value());
            }
            asked = copy;
        }
        Setting entry = new Setting("", asked, problems);
        Rule rule = RuleBookReader.rule(entry, book);
        problems.throwIfAny();
        if (rule != null && !rule.id().equals(id)) {
            entry.at("id").problem("is not '" + id + "', as the address has it: leave it out, or make them the same");
            problems.throwIfAny();
        }
        return Objects.requireNonNull(rule);
    }

    /** Shows one: what it asks for and has an effect, and who keeps and changed it. */
    public static ObjectNode write(Rule rule) {
        ObjectNode whole = Json.mapper().valueToTree(rule);
        ObjectNode form = Json.mapper().createObjectNode();
        form.put("kind", rule.matchesArticles() ? "match" : "deadline");
        form.put("version", rule.version());
        for (String key : RuleBookReader.RULE) {
            JsonNode value = whole.path(key);
            if (!value.isMissingNode() && !(value.isArray() && value.isEmpty()) && hasEffect(key, rule)) {
                form.set(key, value);
            }
        }
        form.set("origin", Json.mapper().valueToTree(rule.keptIn()));
        for (String key : List.of("changedBy", "changedAt")) {
            if (whole.has(key)) {
                form.set(key, whole.get(key));
            }
        }
        return form;
    }

    private static boolean hasEffect(String key, Rule rule) {
        return switch (key) {
            case "alertOn" -> rule.matchesArticles();
            case "remind" -> !rule.matchesArticles() || rule.alertOn().contains(AlertOn.DEADLINES);
            default -> true;
        };
    }
}
