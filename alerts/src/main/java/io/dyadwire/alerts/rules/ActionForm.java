package io.dyadwire.alerts.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.contract.alert.DeskActionKind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does with an alert, as JSON: {@code comment}; for a snooze {@code until} or {@code for}; for a rating
 * {@code verdict}, which is {@code useful} or {@code notUseful}.
 */
public record ActionForm(
        DeskActionKind kind,
        @Nullable Instant until,
        @Nullable String comment) {
    /**
     * Reads that of an acknowledgement or a snooze, strictly.
     *
     * @throws RulesException when it is wrong, with every mistake
     */
    public static ActionForm read(JsonNode form, DeskActionKind kind, Instant now) throws RulesException {
        boolean snooze = kind == DeskActionKind.SNOOZE;
        Problems problems = new Problems("action");
        Setting entry = new Setting("", form, problems);
        entry.hasOnly(snooze ? List.of("until", "for", "comment") : List.of("comment"));
        Instant until = snooze ? Times.end(entry, now, now) : null;
        String comment = entry.at("comment").optional(Times::comment);
        problems.throwIfAny();
        return new ActionForm(kind, until, comment);
    }

    /**
     * Reads a rating, strictly.
     *
     * @throws RulesException when it is wrong, with every mistake
     */
    public static ActionForm rating(JsonNode form) throws RulesException {
        Problems problems = new Problems("action");
        Setting entry = new Setting("", form, problems);
        entry.hasOnly(List.of("verdict", "comment"));
        DeskActionKind kind = entry.at("verdict").required(ActionForm::verdict);
        String comment = entry.at("comment").optional(Times::comment);
        problems.throwIfAny();
        return new ActionForm(Objects.requireNonNull(kind), null, comment);
    }

    private static DeskActionKind verdict(String text) {
        return switch (text) {
            case "useful" -> DeskActionKind.USEFUL;
            case "notUseful" -> DeskActionKind.NOT_USEFUL;
            default -> throw new IllegalArgumentException("'" + text + "' is not useful or notUseful");
        };
    }
}
