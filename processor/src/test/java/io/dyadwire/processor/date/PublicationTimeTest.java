package io.dyadwire.processor.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationTimeTest {
    private final Tags tags = new Tags();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2019-08-13T22:00:00Z | TOKYO (Wire) -- Japan protested today. | today=2019-08-14
            2019-08-13T14:00:00Z | TOKYO (Wire) -- Japan protested today. | today=2019-08-13
            2019-08-14T02:00:00Z | WASHINGTON, Aug 13 (Wire) - The envoy leaves tomorrow. | Aug 13=2019-08-13, tomorrow=2019-08-14
            2019-08-14T02:00:00Z | RIO DE JANEIRO (Wire) -- The court ruled yesterday. | yesterday=2019-08-12
            2019-08-13T20:00:00Z | NEW DELHI (Wire) -- Talks were held yesterday. | yesterday=2019-08-13
            2019-08-14T02:00:00Z | The envoy leaves tomorrow. | tomorrow=2019-08-15
            2019-08-14T02:00:00Z | NOWHERE (Wire) -- The envoy leaves tomorrow. | tomorrow=2019-08-15
            """)
    void shouldGoByTheClockOfTheDateline(Instant published, String text, String expected) {
        assertThat(Tags.line(tags.of(published, "en", text))).isEqualTo(expected);
    }

    @Test
    void shouldTakeMidnightForADayWithoutATime() {
        Instant midnight = Instant.parse("2019-08-14T00:00:00Z");

        assertThat(Tags.line(tags.of(midnight, "en", "BOSTON (Wire) -- The envoy left today.")))
                .isEqualTo("today=2019-08-14");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            2019-08-14T07:00:00+09:00       | +09:00
            Wed, 14 Aug 2019 07:00:00 +0900 | +09:00
            2019-08-14T07:00:00-03:30       | -03:30
            Wed, 14 Aug 2019 07:00:00 GMT   | none
            2019-08-14                      | none
            14:30 on 2019-0814              | -08:14
            07:00 +9900                     | none
            07:00 +                         | none
            none                            | none
            """)
    void shouldReadTheOffsetOfTheFeed(String raw, String offset) {
        assertThat(PublicationTime.offset(raw)).isEqualTo(offset == null ? null : ZoneOffset.of(offset));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The pact lapses at midnight Seoul time on Nov. 22. | midnight Seoul time on Nov. 22=2019-11-22T24:00+09:00
            The vote opens at 9 a.m. EST on Jan. 8, 2020. | 9 a.m. EST on Jan. 8, 2020=2020-01-08T09:00-05:00
            The vote opens at 9:30 a.m. Eastern time on Aug. 20. | 9:30 a.m. Eastern time on Aug. 20=2019-08-20T09:30-04:00
            The vote opens on Friday at 1800 GMT. | Friday at 1800 GMT=2019-08-16T18:00Z
            The vote opens on Friday at 6 p.m. local time. | Friday at 6 p.m. local time=2019-08-16T18:00
            The vote opens on Friday at 6 p.m. Big time for all. | Friday at 6 p.m.=2019-08-16T18:00
            """)
    void shouldGiveTheOffsetOfAZoneThatIsTold(String text, String expected) {
        assertThat(tags.line(LocalDate.of(2019, 8, 14), text)).isEqualTo(expected);
    }
}
