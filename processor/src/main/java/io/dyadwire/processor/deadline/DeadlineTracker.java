package io.dyadwire.processor.deadline;

import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.DeadlineState;
import io.dyadwire.contract.deadline.DeadlineStatement;
import io.dyadwire.contract.deadline.PartialDate;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Follows one deadline over the articles that speak of it. Pure functions: the store and the clock are the caller's.
 *
 * <p>Where it stands depends on what was said and not on when we heard it: all statements are put in the order in which they
 * were published (never later than fetched; then by article id) and heard anew. So articles that come late or out of order
 * end where they would have ended in order; only {@code revision} and {@code lastSeen} tell that they did.
 *
 * <table>
 * <caption>What a statement does, first line that fits</caption>
 * <tr><th>stands</th><th>statement</th><th>becomes</th></tr>
 * <tr><td>not known</td><td>a date</td><td>announced; moved, where it says from when</td></tr>
 * <tr><td>not known</td><td>called off, or put off with no new date, with the date it had</td><td>cancelled, postponed</td></tr>
 * <tr><td>any</td><td>doubted, denied</td><td>no change; it is in the history</td></tr>
 * <tr><td>open, postponed</td><td>called off, naming no date or this one</td><td>cancelled</td></tr>
 * <tr><td>open</td><td>put off, naming no date or this one, and no new date</td><td>postponed</td></tr>
 * <tr><td>open, cancelled, postponed</td><td>met: an event on its day or later, naming no other; else of late, whatever the day</td><td>met</td></tr>
 * <tr><td>open</td><td>the same date, a second independent voice</td><td>confirmed</td></tr>
 * <tr><td>open</td><td>a day inside the month known ("August", then "Aug. 24")</td><td>that day, announced (or still moved)</td></tr>
 * <tr><td>open</td><td>a coarser date that holds the one known</td><td>no change</td></tr>
 * <tr><td>open, its day over</td><td>a later date</td><td>an event: announced, the next of its kind; else moved</td></tr>
 * <tr><td>open</td><td>a date of which an article said that it was given up</td><td>no change</td></tr>
 * <tr><td>open</td><td>another date, and that it was changed</td><td>moved, all conflicts settled</td></tr>
 * <tr><td>open</td><td>another date by a voice that gave the present one</td><td>moved</td></tr>
 * <tr><td>open</td><td>another date, more than three days after the present one was last given</td><td>moved</td></tr>
 * <tr><td>open</td><td>another date by another voice</td><td>a conflict; moved when more voices give it than the present
 * one</td></tr>
 * <tr><td>cancelled</td><td>the same or another date; not by another voice within twelve hours, who may not know</td><td>announced</td></tr>
 * <tr><td>postponed</td><td>another date; the same date; neither by another voice within twelve hours</td><td>moved, announced</td></tr>
 * <tr><td>met</td><td>a later date, once its day is over</td><td>announced, the next of its kind</td></tr>
 * <tr><td>open</td><td>nothing, until its last day is over</td><td>passed</td></tr>
 * </table>
 *
 * <p>Open is announced, confirmed, moved or passed. A move that does not say which is postponed when later, brought forward
 * when earlier. A date that several voices already gave when it was moved to is confirmed at once. Who is another voice is told
 * by {@link Voices}. Of several dates that one article gives for one thing the first counts, and the others are no conflict with
 * it.
 */
public final class DeadlineTracker {
    private DeadlineTracker() {}

    /**
     * A step of a deadline.
     *
     * @param file what is to be remembered
     * @param before as it stood; null while nobody had given a date
     * @param now as it stands; null while nobody gave a date
     * @param seen whether a reader sees a difference
     */
    public record Step(
            DeadlineFile file,
            @Nullable Deadline before,
            @Nullable Deadline now,
            boolean seen) {}

    /**
     * What becomes of a deadline with this statement.
     *
     * @param known what is remembered under the statement's id; null for a deadline never heard of
     */
    public static Step follow(@Nullable DeadlineFile known, Said said) {
        return known == null ? step(null, DeadlineFile.of(said)) : step(shown(known), known.with(said));
    }

    /**
     * The deadline marked as passed once its last day is over, or null while it is not, or when it is already.
     *
     * @param zone where the day counts
     */
    public static @Nullable Step pass(DeadlineFile file, Instant now, ZoneId zone) {
        Deadline deadline = shown(file);
        if (deadline == null) {
            return null;
        }
        boolean open =
                switch (deadline.state()) {
                    case ANNOUNCED, CONFIRMED, MOVED -> true;
                    case CANCELLED, POSTPONED, MET, PASSED -> false;
                };
        ZoneId place = deadline.zone() == null ? zone : deadline.zone();
        Instant over = deadline.lastDay().plusDays(1).atStartOfDay(place).toInstant();
        return open && !now.isBefore(over) ? step(deadline, file.passedOn(deadline.date())) : null;
    }

    /** The deadline as it stands, for readers; null while nobody gave a date. */
    public static @Nullable Deadline shown(DeadlineFile file) {
        Standing standing = Retelling.of(file.said(), new Voices());
        return standing == null ? null : shown(standing, file, file.lastSeen());
    }

    private static Step step(@Nullable Deadline before, DeadlineFile next) {
        Standing standing = Retelling.of(next.said(), new Voices());
        if (standing == null) {
            return new Step(next, before, null, before != null);
        }
        if (before == null) {
            return new Step(next, null, shown(standing, next, next.lastSeen()), true);
        }
        Deadline sameTime = shown(standing, next, before.lastSeen());
        DeadlineFile file = inCalendar(before).equals(inCalendar(sameTime)) ? next : next.revised();
        return new Step(file, before, shown(standing, file, file.lastSeen()), !before.equals(sameTime));
    }

    private static Deadline shown(Standing standing, DeadlineFile file, Instant lastSeen) {
        Said first = standing.first();
        PartialDate date = standing.date();
        return new Deadline(
                file.id(),
                first.what(),
                first.kind() == null ? DeadlineKind.DEADLINE : first.kind(),
                names(file.said(), Said::pairs, Comparator.comparing(Object::toString)),
                names(file.said(), Said::topics, Comparator.naturalOrder()),
                date,
                date.precision(),
                zone(file, date),
                date.equals(file.passed()) ? passed(standing.state()) : standing.state(),
                Remembered.worthShowing(file.said()).stream()
                        .map(Said::statement)
                        .toList(),
                standing.supporters().stream().map(DeadlineStatement::publisher).toList(),
                file.firstSeen(),
                lastSeen,
                null,
                standing.lastMove(),
                standing.previous(),
                standing.disputing(),
                file.revision());
    }

    /** As the first article tells that gives the date and says where. */
    private static @Nullable ZoneId zone(DeadlineFile file, PartialDate date) {
        return file.said().stream()
                .filter(said ->
                        said.zone() != null && date.equals(said.statement().date()))
                .map(Said::zone)
                .findFirst()
                .orElse(null);
    }

    private static DeadlineState passed(DeadlineState state) {
        return switch (state) {
            case ANNOUNCED, CONFIRMED, MOVED, PASSED -> DeadlineState.PASSED;
            case CANCELLED, POSTPONED, MET -> state;
        };
    }

    /** What a calendar shows of it. */
    private static List<Object> inCalendar(Deadline deadline) {
        boolean off = deadline.state() == DeadlineState.CANCELLED || deadline.state() == DeadlineState.POSTPONED;
        return List.of(deadline.what(), deadline.date(), off ? deadline.state() : "");
    }

    private static <T> List<T> names(
            List<Said> said, Function<Said, ? extends Collection<T>> names, Comparator<? super T> order) {
        return said.stream()
                .flatMap(one -> names.apply(one).stream())
                .distinct()
                .sorted(order)
                .limit(Said.MOST_NAMES)
                .toList();
    }
}
