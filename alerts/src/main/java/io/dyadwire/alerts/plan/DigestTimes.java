package io.dyadwire.alerts.plan;

import io.dyadwire.contract.Check;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When a desk gets what was put aside, in its zone.
 *
 * @param times of each day, earliest first
 */
public record DigestTimes(List<LocalTime> times) {
    public static final DigestTimes HOURLY = new DigestTimes(
            IntStream.range(0, 24).mapToObj(hour -> LocalTime.of(hour, 0)).toList());
    public static final DigestTimes DAILY = new DigestTimes(List.of(LocalTime.of(7, 0)));

    public DigestTimes {
        times = Check.some("digest", times).stream().sorted().distinct().toList();
    }

    /** The first time after this moment. */
    public Instant next(Instant moment, ZoneId zone) {
        LocalDate today = moment.atZone(zone).toLocalDate();
        return IntStream.rangeClosed(0, 2)
                .mapToObj(today::plusDays)
                .flatMap(day ->
                        times.stream().map(time -> day.atTime(time).atZone(zone).toInstant()))
                .filter(moment::isBefore)
                .findFirst()
                .orElseThrow();
    }
}
