package io.dyadwire.alerts.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.Silence;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A silence as JSON: {@code desk}, {@code rule}, {@code from}, {@code until} or {@code for}, {@code comment}. */
public final class SilenceForm {
    private static final List<String> KEYS = List.of("desk", "rule", "from", "until", "for", "comment");

    private SilenceForm() {}

    /**
     * Reads one, strictly.
     *
     * @param id what it is to be called
     * @param by who asks for it
     * @param now where it begins unless it says otherwise
     * @throws RulesException when it is wrong, with every mistake
     */
    public static Silence read(JsonNode form, String id, String by, Instant now, RuleBook book) throws RulesException {
        Problems problems = new Problems("silence");
        Setting entry = new Setting("", form, problems);
        entry.hasOnly(KEYS);
        DeskId desk = entry.at("desk").required(text -> known(text, book));
        RuleId rule = entry.at("rule").optional(RuleId::new);
        Instant from = Objects.requireNonNullElse(entry.at("from").optional(Times::moment), now);
        Instant until = Times.end(entry, from, now);
        String comment = entry.at("comment").optional(Times::comment);
        problems.throwIfAny();
        return new Silence(id, Objects.requireNonNull(desk), rule, from, Objects.requireNonNull(until), by, comment);
    }

    private static DeskId known(String text, RuleBook book) {
        List<String> known =
                book.desks().stream().map(desk -> desk.id().value()).toList();
        if (!known.contains(text)) {
            throw new IllegalArgumentException("'" + text + "' is not one of the desks" + Nearest.hint(text, known));
        }
        return new DeskId(text);
    }
}
