package io.dyadwire.alerts.topology;

import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineState;
import org.jspecify.annotations.Nullable;

/** What is new about a deadline, for a desk that knew it as it was. */
final class DeadlineChange {
    private DeadlineChange() {}

    /**
     * The change from one to the other; null when there is none that a desk must hear of.
     *
     * <table>
     * <caption>First line that fits</caption>
     * <tr><td>its day is over</td><td>none: the countdown tells that</td></tr>
     * <tr><td>called off or met now, not before</td><td>{@code CANCELLED}, {@code MET}</td></tr>
     * <tr><td>not known before</td><td>{@code ANNOUNCED}</td></tr>
     * <tr><td>another date</td><td>{@code MOVED}</td></tr>
     * <tr><td>called off before, not now</td><td>{@code ANNOUNCED}</td></tr>
     * <tr><td>confirmed now, not before</td><td>{@code CONFIRMED}</td></tr>
     * </table>
     */
    static @Nullable AlertType between(@Nullable Deadline before, Deadline now) {
        return switch (now.state()) {
            case PASSED -> null;
            case CANCELLED -> wasIn(before, DeadlineState.CANCELLED) ? null : AlertType.CANCELLED;
            case MET -> wasIn(before, DeadlineState.MET) ? null : AlertType.MET;
            case ANNOUNCED, CONFIRMED, MOVED -> amongOpen(before, now);
        };
    }

    private static @Nullable AlertType amongOpen(@Nullable Deadline before, Deadline now) {
        if (before == null) {
            return AlertType.ANNOUNCED;
        }
        if (!before.date().equals(now.date())) {
            return AlertType.MOVED;
        }
        if (before.state() == DeadlineState.CANCELLED) {
            return AlertType.ANNOUNCED;
        }
        boolean confirmed = now.state() == DeadlineState.CONFIRMED && before.state() != DeadlineState.CONFIRMED;
        return confirmed ? AlertType.CONFIRMED : null;
    }

    private static boolean wasIn(@Nullable Deadline before, DeadlineState state) {
        return before != null && before.state() == state;
    }
}
