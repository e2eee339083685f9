package io.dyadwire.contract.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadTimeTest {
    @ParameterizedTest
    @CsvSource({
        "P7D, P7D",
        "P2W, P14D",
        "P1W1D, P8D",
        "PT6H, PT6H",
        "PT36H, PT36H",
        "PT90M, PT1H30M",
        "P1DT12H, P1DT12H",
        "P9999D, P9999D",
        "PT9998H60M, PT9999H"
    })
    void shouldReadWhatItWrites(String text, String written) {
        LeadTime lead = LeadTime.parse(text);

        assertThat(lead).hasToString(written);
        assertThat(LeadTime.parse(written)).isEqualTo(lead);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "PT",
                "P1DT",
                "P0D",
                "PT0M",
                "-P1D",
                "P-1D",
                "P1M",
                "P1Y",
                "PT30S",
                "p1d",
                "P10000D",
                "P9999W",
                "PT9999H1M",
                "3 days"
            })
    void shouldRefuseWhatIsNoLeadTime(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LeadTime.parse(text))
                .withMessageStartingWith("remind");
    }

    @Test
    void shouldRefuseWhatItCouldNotWrite() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LeadTime(0, Duration.ofSeconds(90)));
        assertThatIllegalArgumentException().isThrownBy(() -> new LeadTime(1, Duration.ofMinutes(-1)));
    }

    @Test
    void shouldKeepTheTimeOfDayOverAChangeOfClocks() {
        // Clocks in Europe went back by an hour on 2019-10-27.
        var midnight = ZonedDateTime.parse("2019-10-28T00:00+01:00[Europe/Berlin]");

        assertThat(LeadTime.parse("P2D").before(midnight))
                .isEqualTo(ZonedDateTime.parse("2019-10-26T00:00+02:00[Europe/Berlin]"));
        assertThat(LeadTime.parse("PT48H").before(midnight))
                .isEqualTo(ZonedDateTime.parse("2019-10-26T01:00+02:00[Europe/Berlin]"));
    }
}
