package io.dyadwire.contract.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.rule.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an alert comes to its desk: why now, and what it stands for.
 *
 * @param newFacts what it adds to what was told before, such as {@code date 2019-08-24}, {@code country PRK}
 * @param story the story of its article: the same for the same text or headline from several outlets
 * @param group what it was put together by; all alerts of one group carry the same
 * @param members what else it tells of, oldest first
 * @param more how many members are not listed
 * @param sources articles of other outlets with the same story that told nothing new
 * @param earlier the alert that it corrects, withdraws or repeats
 * @param route where the desk's route stands that it came by, such as {@code 0.1}; empty for the root, absent when it came by none
 */
public record AlertNotice(
        Severity severity,
        Occasion occasion,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> newFacts,
        @Nullable String story,
        String group,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AlertMember> members,
        int more,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AlertArticle> sources,
        @Nullable AlertId earlier,
        @Nullable String route) {
    public AlertNotice {
        Check.present("notice.severity", severity);
        Check.present("notice.occasion", occasion);
        newFacts = Check.list("notice.newFacts", newFacts);
        Check.text("notice.group", group);
        members = Check.list("notice.members", members);
        Check.atLeast("notice.more", more, 0);
        sources = Check.list("notice.sources", sources);
    }
}
