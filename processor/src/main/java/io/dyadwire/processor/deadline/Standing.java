package io.dyadwire.processor.deadline;

import io.dyadwire.contract.deadline.DeadlineState;
import io.dyadwire.contract.deadline.DeadlineStatement;
import io.dyadwire.contract.deadline.MoveKind;
import io.dyadwire.contract.deadline.PartialDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a deadline stands.
 *
 * @param first the statement that it was first heard of by, which names it
 * @param supporters who gives this date, one statement a publisher
 * @param disputing who gives another, one statement a publisher
 */
record Standing(
        Said first,
        PartialDate date,
        DeadlineState state,
        @Nullable MoveKind lastMove,
        @Nullable PartialDate previous,
        List<DeadlineStatement> supporters,
        List<DeadlineStatement> disputing) {
    Standing {
        supporters = List.copyOf(supporters);
        disputing = List.copyOf(disputing);
    }

    /** Whether it is the same but for who says so. */
    boolean isLike(@Nullable Standing other) {
        return other != null
                && date.equals(other.date)
                && state == other.state
                && lastMove == other.lastMove
                && Objects.equals(previous, other.previous)
                && first.what().equals(other.first.what())
                && disputed().equals(other.disputed());
    }

    private Set<PartialDate> disputed() {
        Set<PartialDate> days = new HashSet<>();
        disputing.forEach(said -> days.add(said.date()));
        return days;
    }
}
