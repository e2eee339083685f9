package io.dyadwire.alerts.topology;

import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.deadline.Precision;
import io.dyadwire.contract.rule.LeadTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The moments at which one rule's desk hears of one date, all in the zone where its day counts.
 *
 * <p>Reminders count back from the start of the day, the earliest moment at which it may fall: news gives days and no
 * hours, so {@code PT6H} is the evening before. A date that is coarser than a day counts from the first day of its
 * period; when that had begun before the date was known ("by the end of this month"), from its last day. Hours mean
 * nothing there: a lead time without days is left out. The date has passed one day after its last day ended:
 *
 * <table>
 * <caption>With remind [P3D, P1D, PT6H], known since 2019-08-12</caption>
 * <tr><th>date</th><th>reminders</th><th>passed</th></tr>
 * <tr><td>2019-08-24</td><td>08-21 00:00, 08-23 00:00, 08-23 18:00</td><td>08-26 00:00</td></tr>
 * <tr><td>2019-10</td><td>09-28 00:00, 09-30 00:00</td><td>11-02 00:00</td></tr>
 * <tr><td>2019-08</td><td>08-28 00:00, 08-30 00:00</td><td>09-02 00:00</td></tr>
 * </table>
 *
 * @param lastDay of the date, or of the days that are told with it: it has not passed before
 * @param since when the date became known; what would have been due before it is not due at all
 */
record Countdown(PartialDate date, LocalDate lastDay, ZoneId zone, Instant since, List<LeadTime> remind) {

    /** Of what is over with its date. */
    Countdown(PartialDate date, ZoneId zone, Instant since, List<LeadTime> remind) {
        this(date, date.lastDay(), zone, since, remind);
    }

    /**
     * A moment at which the desk is told.
     *
     * @param type {@link AlertType#REMINDER} or {@link AlertType#PASSED}
     */
    record Moment(Instant at, AlertType type) {}

    /** The first moment at which the last day is over. */
    Instant end() {
        return startOf(lastDay.plusDays(1));
    }

    /** The first moment after this one; nothing when all is done. */
    @Nullable
    Moment nextAfter(Instant done) {
        return moments(done).findFirst().orElse(null);
    }

    /** The last moment after the one and not after the other; of several that were missed only that counts. */
    @Nullable
    Moment lastBetween(Instant done, Instant now) {
        return moments(done)
                .takeWhile(moment -> !moment.at().isAfter(now))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private Stream<Moment> moments(Instant done) {
        Instant after = done.isBefore(since) ? since : done;
        Stream<Moment> reminders = remind.stream()
                .filter(this::makesSense)
                .map(lead ->
                        new Moment(lead.before(countedDay().atStartOfDay(zone)).toInstant(), AlertType.REMINDER));
        Moment passed = new Moment(startOf(lastDay.plusDays(2)), AlertType.PASSED);
        return Stream.concat(reminders, Stream.of(passed))
                .filter(moment -> moment.at().isAfter(after))
                .sorted(Comparator.comparing(Moment::at));
    }

    private boolean makesSense(LeadTime lead) {
        return lead.days() > 0 || date.precision() == Precision.DAY;
    }

    private LocalDate countedDay() {
        boolean begun = !since.isBefore(startOf(date.firstDay()));
        return begun ? date.lastDay() : date.firstDay();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
