package io.dyadwire.alerts.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.Silence;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A silence as JSON: {@code desk}, {@code rule}, {@code from}, {@code until} or {@code for}, {@code comment}. */
public final class SilenceForm {
    private static final List<String> KEYS = List.of("desk", "rule", "from", "until", "for", "comment");
    private static final int MAX_COMMENT = 500;
    private static final Duration LONGEST = Duration.ofDays(366);

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
        Instant from = Objects.requireNonNullElse(entry.at("from").optional(SilenceForm::moment), now);
        Instant until = until(entry, from, now);
        String comment = entry.at("comment").optional(SilenceForm::comment);
        problems.throwIfAny();
        return new Silence(id, Objects.requireNonNull(desk), rule, from, Objects.requireNonNull(until), by, comment);
    }

    private static @Nullable Instant until(Setting entry, Instant from, Instant now) {
        if (entry.at("until").absent() == entry.at("for").absent()) {
            entry.at("until").problem("give either until, such as 2030-01-02T07:00:00Z, or for, such as PT8H");
            return null;
        }
        Instant until = entry.at("until").optional(SilenceForm::moment);
        Duration length = entry.at("for").optional(SilenceForm::length);
        Instant end = length == null ? until : from.plus(length);
        if (end != null && (!end.isAfter(from) || !end.isAfter(now))) {
            entry.at("until").problem(end + " is not to come, or before from");
        } else if (end != null && end.isAfter(now.plus(LONGEST))) {
            entry.at("until").problem(end + " is more than a year away");
        }
        return end;
    }

    private static DeskId known(String text, RuleBook book) {
        List<String> known =
                book.desks().stream().map(desk -> desk.id().value()).toList();
        if (!known.contains(text)) {
            throw new IllegalArgumentException("'" + text + "' is not one of the desks" + Nearest.hint(text, known));
        }
        return new DeskId(text);
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a moment, such as 2030-01-02T07:00:00Z", e);
        }
    }

    private static Duration length(String text) {
        try {
            Duration length = Duration.parse(text);
            if (length.isPositive() && length.compareTo(LONGEST) <= 0) {
                return length;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a length of time, such as PT30M, PT8H or P2D", e);
        }
        throw new IllegalArgumentException("'" + text + "' is not between nothing and a year");
    }

    private static String comment(String text) {
        if (text.length() > MAX_COMMENT || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("must be one line of at most " + MAX_COMMENT + " characters");
        }
        return text.strip();
    }
}
