package io.dyadwire.processor.deadline;

import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.DeadlineMove;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A date that the article itself says was changed.
 *
 * @param verb index of the word that says so; -1 when only the other date does ("instead of")
 * @param thing what was moved, as other articles would name it, without who moved it; null when the clause says it
 * @param acts what is done, where the thing's words do not say it: an extended waiver hangs on its expiry
 */
record Moved(
        DeadlineMove move,
        DeadlineKind kind,
        int verb,
        @Nullable Phrase thing,
        Set<String> acts) {}
