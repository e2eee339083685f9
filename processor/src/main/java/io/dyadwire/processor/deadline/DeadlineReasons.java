package io.dyadwire.processor.deadline;

import io.dyadwire.contract.tag.DateTag;
import io.dyadwire.contract.tag.DeadlineTag;
import io.dyadwire.processor.reason.Reason.Subject;
import io.dyadwire.processor.reason.Reasons;
import java.util.Locale;

/** Puts into words why a date is a deadline or none, when somebody asks. */
record DeadlineReasons(Reasons reasons) {

    void give(DeadlineTag tag, DateTag date, Clause clause, Hook hook) {
        if (reasons.wanted()) {
            int word = hook.noun() < 0 ? hook.verb() : hook.noun();
            String by = clause.inside(word) ? " by '" + clause.text(word) + "'" : "";
            String kind = tag.kind().name().toLowerCase(Locale.ROOT);
            String why = String.format(Locale.ROOT, "%s%s: confidence %.2f", kind, by, tag.confidence());
            reasons.given(Subject.DEADLINE, tag.date().value(), date.span(), why);
        }
    }

    void drop(DateTag date, String why) {
        if (reasons.wanted()) {
            reasons.dropped(Subject.DEADLINE, date.value(), date.span(), why);
        }
    }

    void drop(DeadlineTag tag, String why) {
        reasons.dropped(Subject.DEADLINE, tag.date().value(), tag.evidence().getFirst(), why);
    }

    /** What to tell of a date that nothing hangs on. */
    Hooks.Objection objection(DateTag date, Clause clause) {
        return (why, word) -> {
            if (reasons.wanted()) {
                drop(date, clause.inside(word) ? why + " ('" + clause.text(word) + "')" : why);
            }
        };
    }
}
