package io.dyadwire.alerts.topology;

import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineState;
import io.dyadwire.contract.deadline.DeadlineStatement;
import io.dyadwire.contract.deadline.PartialDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
     * <tr><td>called off, put off or met now, not before</td><td>{@code CANCELLED}, {@code POSTPONED}, {@code MET}</td></tr>
     * <tr><td>not known before</td><td>{@code ANNOUNCED}</td></tr>
     * <tr><td>called off or met before, or put off from this date, not now</td><td>{@code ANNOUNCED}</td></tr>
     * <tr><td>over before, announced now</td><td>{@code ANNOUNCED}</td></tr>
     * <tr><td>a day of the month that was known</td><td>{@code ANNOUNCED}</td></tr>
     * <tr><td>another date</td><td>{@code MOVED}</td></tr>
     * <tr><td>confirmed now, not before</td><td>{@code CONFIRMED}</td></tr>
     * </table>
     */
    static @Nullable AlertType between(@Nullable Deadline before, Deadline now) {
        return switch (now.state()) {
            case PASSED -> null;
            case CANCELLED -> wasIn(before, DeadlineState.CANCELLED) ? null : AlertType.CANCELLED;
            case POSTPONED -> wasIn(before, DeadlineState.POSTPONED) ? null : AlertType.POSTPONED;
            case MET -> wasIn(before, DeadlineState.MET) ? null : AlertType.MET;
            case ANNOUNCED, CONFIRMED, MOVED -> amongOpen(before, now);
        };
    }

    /** The statements of a conflict whose date a desk has not heard of, one a date; what old news says is no news. */
    static List<DeadlineStatement> disputes(Deadline now, Collection<PartialDate> told) {
        boolean open =
                switch (now.state()) {
                    case ANNOUNCED, CONFIRMED, MOVED -> true;
                    case CANCELLED, POSTPONED, MET, PASSED -> false;
                };
        Set<PartialDate> heard = new HashSet<>(told);
        return !open
                ? List.of()
                : now.conflicts().stream()
                        .filter(said -> !said.oldNews() && heard.add(said.date()))
                        .toList();
    }

    /** Whether the day is now known of a date that was coarser. */
    static boolean isMoreExact(PartialDate before, PartialDate now) {
        return !now.equals(before)
                && !now.firstDay().isBefore(before.firstDay())
                && !now.lastDay().isAfter(before.lastDay());
    }

    private static @Nullable AlertType amongOpen(@Nullable Deadline before, Deadline now) {
        if (before == null) {
            return AlertType.ANNOUNCED;
        }
        boolean isAnother = !before.date().equals(now.date());
        boolean begun =
                switch (before.state()) {
                    case CANCELLED, MET -> true;
                    case POSTPONED -> !isAnother;
                    case PASSED -> isAnother && now.state() == DeadlineState.ANNOUNCED;
                    case ANNOUNCED, CONFIRMED, MOVED -> false;
                };
        if (begun || isMoreExact(before.date(), now.date())) {
            return AlertType.ANNOUNCED;
        }
        if (isAnother) {
            return AlertType.MOVED;
        }
        boolean confirmed = now.state() == DeadlineState.CONFIRMED && before.state() != DeadlineState.CONFIRMED;
        return confirmed ? AlertType.CONFIRMED : null;
    }

    private static boolean wasIn(@Nullable Deadline before, DeadlineState state) {
        return before != null && before.state() == state;
    }
}
