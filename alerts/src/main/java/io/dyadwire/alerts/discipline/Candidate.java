package io.dyadwire.alerts.discipline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.rule.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would like its desk to be told, before anything is decided about it.
 *
 * @param story the story of its article; the alert's own id where it is about a deadline
 * @param textKey the same for articles with the same text; absent when the text is too short to tell
 * @param facts what an update is measured by, such as {@code date 2019-08-24}
 * @param again whether an earlier version of the article matched the rule
 * @param notice correction or retraction where the article says that it is one
 * @param matches false for a correction that no longer matches the rule that an earlier version did
 */
public record Candidate(
        Alert alert,
        Severity severity,
        String story,
        @Nullable String textKey,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> facts,
        boolean again,
        @Nullable AlertType notice,
        boolean matches) {
    public Candidate {
        Check.present("alert", alert);
        Check.present("severity", severity);
        Check.text("story", story);
        facts = Check.list("facts", facts);
    }

    /** A change of a deadline, a reminder, a day that passed: each is news of its own. */
    public static Candidate ofDeadline(Alert alert, Severity severity) {
        return new Candidate(alert, severity, alert.id().value(), null, List.of(), false, null, true);
    }
}
