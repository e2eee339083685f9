package io.dyadwire.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.feed.FeedHints;
import io.dyadwire.contract.feed.FeedPace;
import io.dyadwire.contract.feed.FeedState;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollScheduleTest {
    /** A Wednesday. */
    private static final Instant NOW = Instant.parse("2019-08-14T12:00:00Z");

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private final PollSchedule schedule = new PollSchedule(HOUR, DAY);

    @ParameterizedTest
    @CsvSource({
        "PT15M, 0,    PT1H",
        "PT15M, 1,    PT1H",
        "PT15M, 12,   PT30M",
        "PT15M, 24,   PT15M",
        "PT15M, 5000, PT15M",
        "PT5M,  0,    PT20M",
        "PT5M,  48,   PT7M30S",
        "PT2H,  0,    PT2H",
        "PT24H, 50,   PT24H"
    })
    void shouldAskAFeedAsOftenAsItHasNews(Duration base, double newsPerDay, Duration interval) {
        assertThat(schedule.interval(base, newsPerDay)).isEqualTo(interval);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "c", "gazette", "x-123"})
    void shouldSpreadButNeverPollSoonerThanTheBase(String feed) {
        assertThat(schedule.afterSuccess(feed, 7, pace(QUARTER, QUARTER, null), NOW))
                .isBetween(NOW.plus(QUARTER), NOW.plusSeconds(990))
                .isEqualTo(schedule.afterSuccess(feed, 7, pace(QUARTER, QUARTER, null), NOW))
                .isNotEqualTo(schedule.afterSuccess(feed, 8, pace(QUARTER, QUARTER, null), NOW));
        assertThat(schedule.afterSuccess(feed, 7, pace(QUARTER, HOUR, null), NOW))
                .isBetween(NOW.plus(Duration.ofMinutes(54)), NOW.plus(Duration.ofMinutes(66)));
        assertThat(schedule.first(feed, Duration.ofSeconds(30), NOW)).isBetween(NOW, NOW.plusSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "c", "gazette", "x-123"})
    void shouldNotComeBeforeTheServerWantsUs(String feed) {
        assertThat(schedule.afterSuccess(feed, 7, pace(QUARTER, HOUR, Duration.ofHours(2)), NOW))
                .isBetween(NOW.plus(Duration.ofHours(2)), NOW.plus(Duration.ofMinutes(132)));
        assertThat(schedule.afterSuccess(feed, 7, pace(QUARTER, HOUR, Duration.ofMinutes(57)), NOW))
                .isBetween(NOW.plus(Duration.ofMinutes(57)), NOW.plus(Duration.ofMinutes(66)));
        assertThat(schedule.afterSuccess(feed, 7, pace(QUARTER, HOUR, DAY), NOW))
                .isEqualTo(NOW.plus(DAY));
    }

    @Test
    void shouldTakeTheLongestHintWithinADay() {
        FeedHints hints = new FeedHints(HOUR, Duration.ofHours(3), List.of(), List.of());
        FeedHints absurd = new FeedHints(Duration.ofMinutes(1_000_000_000), null, List.of(), List.of());

        assertThat(PollSchedule.serverWait(hints, Duration.ofMinutes(10), false))
                .isEqualTo(Duration.ofHours(3));
        assertThat(PollSchedule.serverWait(hints, Duration.ofMinutes(10), true))
                .as("an interval of its own against 'hourly'")
                .isEqualTo(HOUR);
        assertThat(PollSchedule.serverWait(hints, Duration.ofHours(5), true)).isEqualTo(Duration.ofHours(5));
        assertThat(PollSchedule.serverWait(absurd, null, false)).isEqualTo(DAY);
        assertThat(PollSchedule.serverWait(FeedHints.NONE, null, false)).isNull();
    }

    @Test
    void shouldStepOverSkippedHoursAndDaysButComeWithinADay() {
        FeedHints lunch = new FeedHints(null, null, List.of(12, 13, 14), List.of());
        FeedHints always =
                new FeedHints(null, null, IntStream.range(0, 24).boxed().toList(), List.of(DayOfWeek.values()));
        FeedHints wednesday = new FeedHints(null, null, List.of(), List.of(DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY));

        assertThat(after(lunch)).isBetween("2019-08-14T15:00:00Z", "2019-08-14T15:59:59Z");
        assertThat(after(always)).isBetween("2019-08-14T12:15:00Z", "2019-08-14T12:17:00Z");
        assertThat(after(wednesday)).isEqualTo(NOW.plus(DAY).toString());
        assertThat(SkipTimes.next(wednesday, NOW)).isEqualTo(Instant.parse("2019-08-16T00:00:00Z"));
        assertThat(SkipTimes.next(wednesday, NOW.minus(DAY))).isEqualTo(NOW.minus(DAY));
    }

    private String after(FeedHints hints) {
        FeedPace pace = new FeedPace(QUARTER, QUARTER, null, 50, null, hints);
        return schedule.afterSuccess("feed", 1, pace, NOW).toString();
    }

    @Test
    void shouldBackOffFromAFailingFeedButNeverGiveItUp() {
        for (int errors = 1; errors < 1000; errors++) {
            Duration ceiling = errors < 10 ? QUARTER.multipliedBy(1L << errors) : DAY;
            assertThat(schedule.afterFailure("feed", errors, QUARTER, null, NOW))
                    .isBetween(NOW.plus(QUARTER), NOW.plus(ceiling).plusSeconds(1));
        }
    }

    @Test
    void shouldComeBackSoonWhenTheFaultIsOurs() {
        assertThat(schedule.afterFailure("feed", 0, QUARTER, null, NOW))
                .isBetween(NOW.plus(QUARTER), NOW.plusSeconds(990));
    }

    @Test
    void shouldStayAwayAsLongAsTheServerAsks() {
        assertThat(schedule.afterFailure("feed", 1, QUARTER, Duration.ofHours(5), NOW))
                .isEqualTo(NOW.plus(Duration.ofHours(5)));
        assertThat(schedule.afterFailure("feed", 1, QUARTER, Duration.ofMinutes(1), NOW))
                .isAfterOrEqualTo(NOW.plus(QUARTER));
    }

    @Test
    void shouldKeepAPromiseOverARestart() {
        FeedState promised = state(NOW.plusSeconds(60), pace(QUARTER, HOUR, null));
        FeedState failing = state(NOW.plus(Duration.ofHours(20)), null)
                .change()
                .consecutiveErrors(3)
                .done();
        FeedState gone = state(FeedState.NEVER, null).change().goneSince(NOW).done();

        assertThat(resumed(promised, QUARTER)).isEqualTo(NOW.plusSeconds(60));
        assertThat(resumed(promised, HOUR)).isEqualTo(NOW.plusSeconds(60));
        assertThat(resumed(failing, QUARTER)).isEqualTo(NOW.plus(Duration.ofHours(20)));
        assertThat(resumed(gone, QUARTER)).isEqualTo(FeedState.NEVER);
    }

    @Test
    void shouldComeSoonerWhenTheIntervalWasShortenedButNotSoonerThanTheServerWants() {
        Instant tomorrow = NOW.plus(Duration.ofHours(20));
        Duration fiveHours = Duration.ofHours(5);

        assertThat(resumed(state(tomorrow, pace(DAY, DAY, null)), HOUR)).isEqualTo(NOW.plus(Duration.ofMinutes(50)));
        assertThat(resumed(state(tomorrow, pace(DAY, DAY, fiveHours)), HOUR))
                .isEqualTo(NOW.plus(fiveHours).minusSeconds(600));
        assertThat(resumed(state(tomorrow, null), QUARTER)).as("of old").isBefore(NOW.plus(HOUR));
    }

    @Test
    void shouldNotWaitForAPromiseOfAClockThatWasYearsAhead() {
        Instant absurd = NOW.plus(Duration.ofDays(3650));

        assertThat(resumed(state(absurd, pace(QUARTER, QUARTER, null)), QUARTER))
                .isEqualTo(NOW.plus(DAY));
        assertThat(resumed(state(absurd, null).change().consecutiveErrors(3).done(), QUARTER))
                .isEqualTo(NOW.plus(DAY));
    }

    @Test
    void shouldSpreadWhatFellDueWhileNobodyLooked() {
        assertThat(resumed(state(NOW.minusSeconds(3600), pace(QUARTER, QUARTER, null)), QUARTER))
                .isBetween(NOW, NOW.plusSeconds(30));
        assertThat(resumed(state(NOW.minusSeconds(2), pace(QUARTER, QUARTER, null)), QUARTER))
                .isBetween(NOW, NOW.plusSeconds(2));
    }

    @Test
    void shouldFollowAHubOnceAMinuteAndNotWhereTheFeedFails() {
        FeedState well = state(NOW.plusSeconds(300), null);
        FeedState failing = well.change().consecutiveErrors(1).done();

        assertThat(PollSchedule.earliest(well)).isEqualTo(NOW.minusSeconds(540));
        assertThat(PollSchedule.earliest(failing)).isEqualTo(NOW.plusSeconds(300));
        assertThat(PollSchedule.earliest(FeedState.fresh("feed", well.url(), null, NOW)))
                .isEqualTo(NOW);
    }

    private Instant resumed(FeedState state, Duration base) {
        return schedule.resumed(state, base, Duration.ofSeconds(30), NOW);
    }

    private static FeedState state(Instant next, @Nullable FeedPace pace) {
        return FeedState.fresh("feed", URI.create("https://feed.example/"), null, next)
                .change()
                .lastPollAt(NOW.minusSeconds(600))
                .pace(pace)
                .done();
    }

    private static FeedPace pace(Duration base, Duration interval, @Nullable Duration serverWait) {
        return new FeedPace(base, interval, serverWait, 5, null, FeedHints.NONE);
    }
}
