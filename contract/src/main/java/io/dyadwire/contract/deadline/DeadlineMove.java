package io.dyadwire.contract.deadline;

import io.dyadwire.contract.Check;
import org.jspecify.annotations.Nullable;

/**
 * That a date was changed, as an article says itself: "was due Friday but was put off to Oct. 3".
 *
 * @param from the date before, where the article names it
 */
public record DeadlineMove(MoveKind kind, @Nullable PartialDate from) {
    public DeadlineMove {
        Check.present("move.kind", kind);
    }
}
