package io.dyadwire.alerts.check;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.dyadwire.contract.rule.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * Something about a rule that its desk should look at.
 *
 * @param rule whose; absent where the file as a whole cannot be read
 * @param what what was found, in a sentence
 * @param why why it matters
 * @param advice what to do about it
 */
public record Finding(@Nullable RuleId rule, Kind kind, String what, String why, String advice) {
    /** How bad it is. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Severity {
        /** The rule does not work. */
        ERROR,
        /** It may not do what is meant. */
        WARNING
    }

    /** What kind of thing it is. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Kind {
        /** The rules file breaks a rule of its own: an unknown desk, code, topic or key, a mistake in the keywords. */
        INVALID(Severity.ERROR),
        /** What it excludes is what it asks for. */
        NEVER_FIRES(Severity.ERROR),
        /** All its days are over. */
        OVER(Severity.WARNING),
        /** Something in the keywords is read over. */
        READ_OVER(Severity.WARNING),
        /** {@code begin*} takes in words that are something else. */
        WIDE_PREFIX(Severity.WARNING),
        /** A word that much of the news has is enough for it. */
        COMMON_WORD(Severity.WARNING),
        /** Another rule of the desk asks for the same. */
        SAME(Severity.WARNING),
        /** Whenever it fires, another rule of the desk does. */
        WITHIN(Severity.WARNING),
        /** It fired on nothing for a long time. */
        NEVER_SEEN(Severity.WARNING),
        /** It fires on a good part of all news. */
        FREQUENT(Severity.WARNING);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }
    }

    @JsonProperty
    public Severity severity() {
        return kind.severity;
    }
}
