package io.dyadwire.processor.deadline;

import io.dyadwire.contract.deadline.DeadlineTurn;
import java.util.Set;

/**
 * What a sentence says became of something with a date.
 *
 * @param from index of the first of the words that say so
 * @param to index of their last, inclusive
 * @param thing the words that a deadline on it would be known by
 * @param acts what is done, where the thing's words do not say it: a pact that "was extended" hung on a decision
 * @param told the same for a reader, with who acts
 * @param confidence 0 to 1
 * @param needsDate whether it is news only with the day of late on which it was done
 */
record Turn(
        DeadlineTurn turn,
        int from,
        int to,
        Phrase thing,
        Set<String> acts,
        Phrase told,
        double confidence,
        boolean needsDate) {

    static Turn of(DeadlineTurn turn, int from, int to, Phrase thing, double confidence) {
        return new Turn(turn, from, to, thing, Set.of(), thing, confidence, false);
    }

    /** The same, as news only where the sentence says that it was of late. */
    Turn dated() {
        return new Turn(turn, from, to, thing, acts, told, confidence, true);
    }
}
