package io.dyadwire.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsRhythmTest {
    private static final Instant NOW = Instant.parse("2019-08-14T12:00:00Z");

    @Test
    void shouldReadThePastFromTheDatesOfTheFirstItems() {
        List<Instant> everyTwoHours = IntStream.range(0, 24)
                .mapToObj(i -> NOW.minus(Duration.ofHours(2L * (i + 1))))
                .toList();
        List<Instant> oldOnesToo =
                List.of(NOW.minus(Duration.ofDays(7)), NOW.minus(Duration.ofDays(14)), NOW.minus(Duration.ofDays(400)));

        assertThat(NewsRhythm.firstRate(everyTwoHours, NOW)).isCloseTo(12, within(0.01));
        assertThat(NewsRhythm.firstRate(oldOnesToo, NOW)).isCloseTo(2 / 28.0, within(0.001));
        assertThat(NewsRhythm.firstRate(List.of(NOW.plusSeconds(9)), NOW)).isZero();
        assertThat(NewsRhythm.firstGap(everyTwoHours, NOW)).isEqualTo(Duration.ofHours(2));
        assertThat(NewsRhythm.firstGap(oldOnesToo, NOW)).isEqualTo(Duration.ofDays(7));
        assertThat(NewsRhythm.firstGap(List.of(), NOW)).isNull();
    }

    @Test
    void shouldComeToTheRateThatAFeedHas() {
        double rate = 0;
        for (int hour = 0; hour < 24 * 60; hour++) {
            rate = NewsRhythm.rate(rate, Duration.ofHours(1), hour % 4 == 0 ? 1 : 0);
        }

        assertThat(rate).isCloseTo(6, within(0.2));
    }

    @ParameterizedTest
    @CsvSource({
        "50,  PT12H, PT23H,  false",
        "50,  PT6H,  PT25H,  true",
        "50,  PT62H, PT100H, false",
        "50,  PT62H, PT125H, true",
        "50,        , PT25H,  true",
        "2,   PT20H, PT100H, false",
        "2,   PT20H, PT125H, true",
        "0.5, PT72H, PT900H, false"
    })
    void shouldCallSilentOnlyALivelyFeedThatIsQuietForLongerThanItEverIs(
            double perDay, Duration longestGap, Duration silence, boolean silent) {
        double faded = NewsRhythm.rate(perDay, silence, 0);

        assertThat(NewsRhythm.isSilent(faded, longestGap, silence)).isEqualTo(silent);
    }

    @Test
    void shouldForgetALongGapSlowly() {
        Duration fortnight = Duration.ofDays(14);

        assertThat(NewsRhythm.longestGap(null, fortnight)).isEqualTo(fortnight);
        assertThat(NewsRhythm.longestGap(fortnight, Duration.ofDays(1)))
                .isBetween(Duration.ofDays(13), Duration.ofDays(14).minusHours(1));
        assertThat(NewsRhythm.longestGap(Duration.ofHours(1), Duration.ofHours(2)))
                .isEqualTo(Duration.ofHours(2));
    }
}
