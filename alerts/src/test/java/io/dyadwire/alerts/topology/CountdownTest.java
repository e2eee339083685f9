package io.dyadwire.alerts.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.alerts.topology.Countdown.Moment;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.rule.LeadTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountdownTest {
    private static final List<LeadTime> REMIND = List.of(LeadTime.parse("P1D"), LeadTime.parse("P3D"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2019-08-24 | 2019-08-12T00:00:00Z | 2019-08-21T00:00:00Z 2019-08-23T00:00:00Z 2019-08-26T00:00:00Z
            2019-08-24 | 2019-08-22T00:00:00Z | 2019-08-23T00:00:00Z 2019-08-26T00:00:00Z
            2019-W36   | 2019-08-12T00:00:00Z | 2019-08-30T00:00:00Z 2019-09-01T00:00:00Z 2019-09-10T00:00:00Z
            2019-10    | 2019-08-12T00:00:00Z | 2019-09-28T00:00:00Z 2019-09-30T00:00:00Z 2019-11-02T00:00:00Z
            2019-08    | 2019-08-12T00:00:00Z | 2019-08-28T00:00:00Z 2019-08-30T00:00:00Z 2019-09-02T00:00:00Z
            2019       | 2019-08-12T00:00:00Z | 2019-12-28T00:00:00Z 2019-12-30T00:00:00Z 2020-01-02T00:00:00Z
            """)
    void shouldCountToTheStartOfThePeriodOrToItsLastDay(String date, Instant since, String moments) {
        assertThat(moments(new Countdown(new PartialDate(date), ZoneId.of("UTC"), since, REMIND)))
                .containsExactly(moments.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2019-08-24 | 2019-08-23T18:00:00Z 2019-08-26T00:00:00Z
            2019-W36   | 2019-09-10T00:00:00Z
            2019-10    | 2019-11-02T00:00:00Z
            """)
    void shouldCountHoursOnlyToADay(String date, String moments) {
        List<LeadTime> sixHours = List.of(LeadTime.parse("PT6H"));

        assertThat(moments(new Countdown(new PartialDate(date), ZoneId.of("UTC"), Instant.EPOCH, sixHours)))
                .containsExactly(moments.split(" ", -1));
    }

    @Test
    void shouldKeepTheTimeOfDayWhenClocksChange() {
        Countdown countdown = new Countdown(
                new PartialDate("2026-03-09"),
                ZoneId.of("America/New_York"),
                Instant.EPOCH,
                List.of(LeadTime.parse("P2D")));

        assertThat(moments(countdown)).containsExactly("2026-03-07T05:00:00Z", "2026-03-11T04:00:00Z");
    }

    @Test
    void shouldHavePassedOnceTheLastOfSeveralDaysIsOver() {
        Countdown countdown = new Countdown(
                new PartialDate("2019-08-16"),
                LocalDate.parse("2019-08-18"),
                ZoneId.of("UTC"),
                Instant.EPOCH,
                List.of(LeadTime.parse("P1D")));

        assertThat(moments(countdown)).containsExactly("2019-08-15T00:00:00Z", "2019-08-20T00:00:00Z");
        assertThat(countdown.end()).isEqualTo("2019-08-19T00:00:00Z");
    }

    private static List<String> moments(Countdown countdown) {
        List<String> moments = new ArrayList<>();
        Moment next = countdown.nextAfter(Instant.MIN);
        while (next != null) {
            moments.add(next.at().toString());
            next = countdown.nextAfter(next.at());
        }
        return moments;
    }
}
