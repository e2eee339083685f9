package io.dyadwire.alerts.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @ParameterizedTest
    @CsvSource({
        // A night from Friday on, in summer time, two hours ahead of UTC.
        "2019-08-16T19:59:59Z, ",
        "2019-08-16T20:00:00Z, 2019-08-17T04:00:00Z",
        "2019-08-17T03:59:59Z, 2019-08-17T04:00:00Z",
        "2019-08-17T04:00:00Z, ",
        // Saturday's night does not count.
        "2019-08-17T23:00:00Z, ",
    })
    void shouldWrapAroundMidnight(String at, @Nullable String end) {
        MuteTime nights = new MuteTime(LocalTime.of(22, 0), LocalTime.of(6, 0), Set.of(DayOfWeek.FRIDAY));

        assertThat(nights.endAfter(Instant.parse(at), BRUSSELS)).isEqualTo(end == null ? null : Instant.parse(end));
    }

    @Test
    void shouldEndByTheClockOnTheWallWhenClocksChange() {
        MuteTime nights = new MuteTime(LocalTime.of(22, 0), LocalTime.of(6, 0), EnumSet.allOf(DayOfWeek.class));

        // Summer time ends in this night.
        assertThat(nights.endAfter(Instant.parse("2019-10-26T21:00:00Z"), BRUSSELS))
                .isEqualTo("2019-10-27T05:00:00Z");
    }

    @Test
    void shouldMuteAWholeDay() {
        MuteTime sundays = new MuteTime(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, Set.of(DayOfWeek.SUNDAY));

        assertThat(sundays.endAfter(Instant.parse("2019-08-18T12:00:00Z"), BRUSSELS))
                .isEqualTo("2019-08-18T22:00:00Z");
    }

    @Test
    void shouldFindTheNextDigest() {
        DigestTimes shifts = new DigestTimes(List.of(LocalTime.of(19, 0), LocalTime.of(7, 0)));

        assertThat(shifts.next(Instant.parse("2019-08-14T04:00:00Z"), BRUSSELS)).isEqualTo("2019-08-14T05:00:00Z");
        assertThat(shifts.next(Instant.parse("2019-08-14T05:00:00Z"), BRUSSELS)).isEqualTo("2019-08-14T17:00:00Z");
        assertThat(shifts.next(Instant.parse("2019-08-14T17:00:00Z"), BRUSSELS)).isEqualTo("2019-08-15T05:00:00Z");
        assertThat(DigestTimes.HOURLY.next(Instant.parse("2019-08-14T21:59:59Z"), BRUSSELS))
                .isEqualTo("2019-08-14T22:00:00Z");
    }

    @Test
    void shouldGoOnFromOneMuteTimeToTheNext() {
        MuteTime lunch = new MuteTime(LocalTime.of(12, 0), LocalTime.of(13, 0), EnumSet.allOf(DayOfWeek.class));
        MuteTime nap = new MuteTime(LocalTime.of(13, 0), LocalTime.of(14, 0), EnumSet.allOf(DayOfWeek.class));
        Route route = new Route(
                "",
                AlertFilter.ALL,
                List.of(),
                Route.DEFAULT.groupWait(),
                Route.DEFAULT.groupInterval(),
                null,
                List.of(nap, lunch),
                null,
                List.of(),
                false,
                List.of());

        assertThat(route.unmuted(Instant.parse("2019-08-14T10:30:00Z"), BRUSSELS))
                .isEqualTo("2019-08-14T12:00:00Z");
    }
}
