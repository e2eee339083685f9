package io.dyadwire.processor.deadline;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.tag.DateTag;
import org.jspecify.annotations.Nullable;

/** A date found with what hangs on it, before pairs and topics are known. */
record Found(
        Field field,
        Clause clause,
        DateTag tag,
        PartialDate date,
        Hook hook,
        Phrase what,
        @Nullable Moved moved) {
    /** The same thing on another date of the same sentence. */
    Found on(Clause otherClause, DateTag otherTag, PartialDate other) {
        return new Found(field, otherClause, otherTag, other, hook, what, moved);
    }
}
