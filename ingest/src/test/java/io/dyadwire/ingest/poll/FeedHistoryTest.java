package io.dyadwire.ingest.poll;

import static io.dyadwire.ingest.Items.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.feed.FeedHealth;
import io.dyadwire.contract.feed.FeedHints;
import io.dyadwire.contract.feed.FeedOrigin;
import io.dyadwire.contract.feed.FeedPace;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.feed.FullText;
import io.dyadwire.ingest.feed.ParsedFeed;
import io.dyadwire.ingest.feed.ParsedItem;
import io.dyadwire.ingest.fetch.Answer;
import io.dyadwire.ingest.fetch.Trouble;
import io.dyadwire.ingest.schedule.PollSchedule;
import io.dyadwire.ingest.state.FeedBook;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One feed over days: what becomes of it with each kind of answer, and when it is asked again. */
class FeedHistoryTest {
    private static final Instant START = Instant.parse("2019-08-14T12:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final URI NEW_PLACE = URI.create("https://new.example/feed");

    private final Planner planner = new Planner(new PollSchedule(HOUR, DAY), QUARTER, url -> false);
    private final FeedBook book = new FeedBook();
    private FeedSource source = source("a");
    private FeedState state = planner.fresh(source, START);
    private Instant now = START;
    private int told;

    @Test
    void shouldLearnFromTheFirstDatesHowOftenToAsk() {
        ParsedItem[] hourly = IntStream.range(0, 20)
                .mapToObj(i -> dated("i" + i, now.minus(Duration.ofMinutes(60L * i + 30))))
                .toArray(ParsedItem[]::new);
        read(hourly);

        assertThat(pace().newsPerDay()).isBetween(24.0, 26.0);
        assertThat(pace().interval()).isEqualTo(QUARTER);
        assertThat(state.lastNewsAt()).as("the newest date").isEqualTo(START.minus(Duration.ofMinutes(30)));
        assertThat(state.nextPollAt()).isBetween(now.plus(QUARTER), now.plusSeconds(990));
    }

    @Test
    void shouldAskASleepyFeedHourlyAndOneThatWakesUpAtOnce() {
        read(dated("old", now.minus(Duration.ofDays(5))));
        assertThat(pace().interval()).isEqualTo(HOUR);

        later(HOUR);
        read(news(3));
        assertThat(pace().interval()).as("news come in bunches").isEqualTo(QUARTER);

        later(QUARTER);
        unchanged(Answer.BARE);
        assertThat(pace().interval()).isEqualTo(HOUR);
    }

    @ParameterizedTest
    @CsvSource({"PT5M, PT5M, PT5M", "PT1M, PT5M, PT5M", "PT2H, PT2H, PT2H", ", PT15M, PT1H"})
    void shouldKeepAnIntervalOfItsOwnWithinGoodManners(@Nullable Duration own, Duration base, Duration interval) {
        source = listed(source.url(), own);
        read(dated("old", now.minus(Duration.ofDays(9))));
        later(HOUR);
        unchanged(Answer.BARE);

        assertThat(pace().base()).isEqualTo(base);
        assertThat(pace().interval()).isEqualTo(interval);
        assertThat(state.nextPollAt()).isAfterOrEqualTo(now.plus(base));
    }

    @Test
    void shouldAskOurOwnServersAsOftenAsWeLike() {
        Planner atHome = new Planner(new PollSchedule(HOUR, DAY), Duration.ofMinutes(1), url -> true);

        assertThat(atHome.interval(source)).isEqualTo(Duration.ofMinutes(1));
        assertThat(planner.interval(source)).isEqualTo(QUARTER);
    }

    @Test
    void shouldKeepTheHintsOfTheFeedWhenNothingChanged() {
        FeedHints hints = new FeedHints(Duration.ofHours(2), null, List.of(), List.of());
        plan(new Poll.Read(
                now,
                new ParsedFeed("rss_2.0", "", null, null, List.of(), hints, null, List.of(), true),
                "h",
                Answer.BARE));
        later(Duration.ofHours(3));
        unchanged(new Answer(null, null, HOUR, null));

        assertThat(pace().serverWait()).isEqualTo(Duration.ofHours(2));
        assertThat(state.nextPollAt()).isAfterOrEqualTo(now.plus(Duration.ofHours(2)));
        later(Duration.ofHours(3));
        unchanged(new Answer(null, null, Duration.ofHours(4), null));
        assertThat(pace().serverWait()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void shouldFollowAPermanentRedirectForGoodOnlyWhenItLasted() {
        Answer moved = new Answer(null, null, null, NEW_PLACE);
        for (int hour = 0; hour <= 23; hour += 6) {
            plan(new Poll.Read(now, feedOf(news(1)), "h" + hour, moved));
            assertThat(state.url()).isEqualTo(source.url());
            later(Duration.ofHours(6));
        }
        unchanged(moved);
        assertThat(state.url()).as("a feed must be read there").isEqualTo(source.url());
        plan(new Poll.Read(now, feedOf(news(1)), "h", moved));

        assertThat(state.url()).isEqualTo(NEW_PLACE);
        assertThat(state.listedUrl()).isEqualTo(source.url());
        assertThat(state.move()).isNull();
        assertThat(state.known()).as("its history").hasSize(5);
    }

    @Test
    void shouldNotBelieveARedirectThatChangesItsMindOrGivesUpSecurity() {
        Answer here = new Answer(null, null, null, NEW_PLACE);
        Answer there = new Answer(null, null, null, URI.create("https://other.example/feed"));
        Answer plain = new Answer(null, null, null, URI.create("http://plain.example/feed"));
        source = listed(URI.create("https://a.example/feed"), null);
        for (int i = 0; i < 20; i++) {
            plan(new Poll.Read(now, feedOf(news(1)), "h" + i, i % 2 == 0 ? here : there));
            later(DAY);
        }
        assertThat(Objects.requireNonNull(state.move()).polls()).isEqualTo(1);
        for (int i = 0; i < 5; i++) {
            plan(new Poll.Read(now, feedOf(news(1)), "p" + i, plain));
            later(DAY);
        }

        assertThat(state.url()).isEqualTo(source.url());
        assertThat(state.move()).isNull();
    }

    @Test
    void shouldStartAgainWhereTheListSaysWhenItIsChanged() {
        plan(new Poll.Read(now, feedOf(news(3)), "hash", new Answer("\"e\"", "m", null, null)));
        fail(Trouble.GONE);
        source = listed(URI.create("https://a.example/elsewhere"), null);

        assertThat(planner.due(source, Optional.of(state), Duration.ZERO, now)).isEqualTo(now);
        FeedState listed = Relocation.asListed(source, state);
        assertThat(listed.url()).isEqualTo(source.url());
        assertThat(listed.etag()).isNull();
        assertThat(listed.bodyHash()).isNull();
        assertThat(listed.goneSince()).isNull();
        assertThat(listed.known()).hasSize(3);
    }

    @Test
    void shouldAskAFeedThatIsGoneOnceMoreAndThenNotAgain() {
        read(news(1));
        fail(Trouble.GONE);
        assertThat(state.health()).isEqualTo(FeedHealth.GONE);
        assertThat(state.nextPollAt()).isEqualTo(now.plus(Duration.ofDays(7)));

        now = state.nextPollAt();
        fail(Trouble.NETWORK);
        assertThat(state.health()).isEqualTo(FeedHealth.GONE);
        assertThat(state.nextPollAt()).as("no answer is none").isBefore(now.plus(DAY.multipliedBy(2)));

        now = state.nextPollAt();
        fail(Trouble.GONE);
        assertThat(state.nextPollAt()).isEqualTo(FeedState.NEVER);
        assertThat(state.inWords()).endsWith(", not polled any more");
        assertThat(planner.due(source, Optional.of(state), QUARTER, now)).isEqualTo(FeedState.NEVER);
    }

    @Test
    void shouldTakeBackAFeedThatWasGone() {
        read(news(1));
        fail(Trouble.GONE);
        later(Duration.ofDays(7));
        read(news(1));

        assertThat(state.health()).isEqualTo(FeedHealth.OK);
        assertThat(state.goneSince()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"GONE", "OUTAGE"},
            mode = EnumSource.Mode.EXCLUDE)
    void shouldCallAFeedDeadAfterAFortnightAndAskItStill(Trouble trouble) {
        read(news(1));
        Instant began = now;
        while (now.isBefore(began.plus(Duration.ofDays(20)))) {
            fail(trouble);
            boolean fortnight = !now.isBefore(began.plus(Duration.ofDays(14)));
            assertThat(state.health()).isEqualTo(fortnight ? FeedHealth.DEAD : FeedHealth.FAILING);
            assertThat(state.nextPollAt()).isBetween(now.plus(QUARTER), now.plus(DAY));
            now = state.nextPollAt();
        }
        assertThat(state.failingSince()).isEqualTo(began);
        unchanged(Answer.BARE);

        assertThat(state.health()).isEqualTo(FeedHealth.OK);
        assertThat(state.consecutiveErrors()).isZero();
        assertThat(state.failingSince()).isNull();
    }

    @Test
    void shouldHoldNothingAgainstAFeedWhileOurOwnNetworkIsDown() {
        read(news(1));
        fail(Trouble.NETWORK);
        for (int i = 0; i < 30; i++) {
            later(QUARTER);
            fail(Trouble.OUTAGE);
        }

        assertThat(state.consecutiveErrors()).isEqualTo(1);
        assertThat(state.nextPollAt()).isBetween(now.plus(QUARTER), now.plusSeconds(990));
        assertThat(state.ledger().failed()).isEqualTo(31);
    }

    @Test
    void shouldCloseTheWholeHostWhenTheServerSpeaksForIt() {
        plan(new Poll.Failed(now, Trouble.BUSY, "busy", Duration.ofHours(2), true));
        assertThat(state.hostClosedUntil()).isEqualTo(now.plus(Duration.ofHours(2)));
        assertThat(state.nextPollAt()).isEqualTo(now.plus(Duration.ofHours(2)));

        later(Duration.ofHours(2));
        plan(new Poll.Failed(now, Trouble.BUSY, "busy", Duration.ofHours(2), false));
        assertThat(state.hostClosedUntil()).isNull();
    }

    @Test
    void shouldTellOnceWhenALivelyFeedGoesQuietAndWhenItIsBack() {
        for (int i = 0; i < 30; i++) {
            read(news(2));
            later(Duration.ofHours(4));
        }
        Instant last = state.lastNewsAt();
        while (state.quietSince() == null) {
            unchanged(Answer.BARE);
            later(HOUR);
        }

        assertThat(state.justWentQuiet()).isTrue();
        assertThat(state.quietSince()).isBetween(last.plus(DAY), last.plus(Duration.ofDays(2)));
        assertThat(state.health()).isEqualTo(FeedHealth.QUIET);
        unchanged(Answer.BARE);
        assertThat(state.justWentQuiet()).isFalse();
        assertThat(state.health()).isEqualTo(FeedHealth.QUIET);
        later(HOUR);
        read(news(1));
        assertThat(state.quietSince()).isNull();
        assertThat(state.health()).isEqualTo(FeedHealth.OK);
    }

    @Test
    void shouldBearAClockThatIsSetBack() {
        read(news(5));
        later(DAY);
        read(news(5));
        now = START.minus(Duration.ofDays(3000));
        read(news(1));

        assertThat(pace().newsPerDay()).isBetween(0.0, 5.0);
        assertThat(pace().longestGap()).isEqualTo(DAY);
        assertThat(state.health()).isEqualTo(FeedHealth.OK);
        assertThat(state.nextPollAt()).isBetween(now.plus(QUARTER), now.plus(DAY));
    }

    private static FeedSource listed(URI url, @Nullable Duration interval) {
        return new FeedSource(
                "a", 1, url, "", null, null, List.of(), interval, FullText.SUMMARY_ONLY, false, FeedOrigin.FILE);
    }

    private FeedPace pace() {
        return Objects.requireNonNull(state.pace());
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    private void read(ParsedItem... items) {
        plan(new Poll.Read(now, feedOf(items), "hash" + told, Answer.BARE));
    }

    private void unchanged(Answer answer) {
        plan(new Poll.Unchanged(now, answer));
    }

    private void fail(Trouble trouble) {
        plan(new Poll.Failed(now, trouble, "no luck"));
    }

    private void plan(Poll poll) {
        state = planner.plan(source, state, book, poll).state();
        book.put(state);
    }

    private ParsedItem[] news(int count) {
        told += count;
        return IntStream.range(told - count, told)
                .mapToObj(i -> dated("n" + i, null))
                .toArray(ParsedItem[]::new);
    }

    private static ParsedFeed feedOf(ParsedItem... items) {
        return new ParsedFeed("rss_2.0", "Feed", null, null, List.of(items));
    }

    private static ParsedItem dated(String guid, @Nullable Instant date) {
        return new ParsedItem(guid, null, "Title " + guid, "text", null, date, null, null, List.of(), List.of(), null);
    }
}
