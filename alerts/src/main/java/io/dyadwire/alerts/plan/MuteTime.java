package io.dyadwire.alerts.plan;

import io.dyadwire.contract.Check;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A time of the week in which a desk is not told, in the desk's zone.
 *
 * @param from inclusive
 * @param to exclusive; on the next day when it is not after {@code from}, so that equal times are a whole day
 * @param days on which it begins
 */
public record MuteTime(LocalTime from, LocalTime to, Set<DayOfWeek> days) {
    public MuteTime {
        Check.present("from", from);
        Check.present("to", to);
        days = Set.copyOf(Check.notEmpty("days", days));
    }

    /** When the mute time that this moment lies in is over; null when it lies in none. */
    public @Nullable Instant endAfter(Instant moment, ZoneId zone) {
        LocalDate today = moment.atZone(zone).toLocalDate();
        // One that wraps around midnight may have begun the day before.
        for (LocalDate day : new LocalDate[] {today.minusDays(1), today}) {
            if (days.contains(day.getDayOfWeek())) {
                Instant begin = day.atTime(from).atZone(zone).toInstant();
                LocalDate last = to.isAfter(from) ? day : day.plusDays(1);
                Instant end = last.atTime(to).atZone(zone).toInstant();
                if (!moment.isBefore(begin) && moment.isBefore(end)) {
                    return end;
                }
            }
        }
        return null;
    }
}
