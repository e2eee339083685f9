package io.dyadwire.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.feed.FeedPush;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionTest {
    private static final Instant NOW = Instant.parse("2019-08-14T12:00:00Z");
    private static final FeedPush PUSH =
            FeedPush.of(URI.create("https://hub.example/"), URI.create("https://news.example/feed"));
    private static final Subscription BEGUN = Subscription.begun("a", "path", PUSH, "us", NOW);

    @Test
    void shouldAskAtOnceAndUntilTheHubCallsBackEverMoreSeldom() {
        assertThat(BEGUN.next()).isEqualTo(NOW);

        Subscription at = BEGUN;
        for (int minutes : new int[] {5, 10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440}) {
            at = at.asking(NOW).sent(null, NOW);
            assertThat(at.next()).isEqualTo(NOW.plus(Duration.ofMinutes(minutes)));
        }
        assertThat(at.sent(Duration.ofDays(2), NOW).next()).isEqualTo(NOW.plus(Duration.ofDays(2)));
        assertThat(at.verified("us", 600, NOW).failures()).isZero();
    }

    @Test
    void shouldTakeItWellWhenAHubCallsBackBeforeItAnswers() {
        Subscription verified = BEGUN.asking(NOW).verified("us", 6000, NOW);

        assertThat(verified.sent(null, NOW)).isEqualTo(verified);
    }

    @ParameterizedTest
    @CsvSource({
        "604800,       PT134H24M,  PT168H",
        "600,          PT8M,       PT10M",
        "0,            PT48S,      PT1M",
        "999999999999, PT576H,     PT720H"
    })
    void shouldRenewWhenFourFifthsOfTheLeaseAreOver(long seconds, Duration renewal, Duration end) {
        Subscription verified = BEGUN.asking(NOW).verified("us", seconds, NOW);

        assertThat(verified.next()).isEqualTo(NOW.plus(renewal));
        assertThat(verified.push().until()).isEqualTo(NOW.plus(end));
        assertThat(verified.asked()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"us, PT10H, PT8H", "us, PT-1S, PT0S", "us, PT721H, PT0S", "another, PT10H, PT0S"})
    void shouldGoOnWithALeaseThatIsOurs(String subscriber, Duration left, Duration next) {
        FeedPush known = new FeedPush(PUSH.hub(), PUSH.topic(), subscriber, NOW.plus(left));

        Subscription begun = Subscription.begun("a", "path", known, "us", NOW);

        assertThat(begun.next()).isEqualTo(NOW.plus(next));
        assertThat(begun.push().isOn(NOW)).isEqualTo(next.isPositive());
    }

    @Test
    void shouldFollowAClockThatIsSetBack() {
        Duration by = Duration.ofDays(300);
        Subscription verified = BEGUN.asking(NOW).verified("us", 600, NOW);

        assertThat(verified.setBack(by)).isEqualTo(BEGUN.asking(NOW.minus(by)).verified("us", 600, NOW.minus(by)));
        assertThat(BEGUN.setBack(by).next()).isEqualTo(NOW.minus(by));
    }

    @Test
    void shouldLoseItsLeaseAndWaitAWeekWhenDenied() {
        Subscription denied = BEGUN.asking(NOW).verified("us", 6000, NOW).denied(NOW);

        assertThat(denied.push()).isEqualTo(PUSH);
        assertThat(denied.next()).isEqualTo(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void shouldUnsubscribeOnceAndThenBeOver() {
        Subscription left = BEGUN.asking(NOW).verified("us", 6000, NOW).left(NOW);
        Subscription sent = left.asking(NOW).sent(null, NOW);

        assertThat(left.mode()).isEqualTo("unsubscribe");
        assertThat(left.isOver(NOW)).isFalse();
        assertThat(sent.isOver(NOW)).isFalse();
        assertThat(sent.isOver(NOW.plus(Duration.ofDays(1)))).isTrue();
    }
}
