package io.dyadwire.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dyadwire.alerts.channel.Attempt;
import io.dyadwire.alerts.channel.Rate;
import io.dyadwire.alerts.channel.Told;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.alert.ChannelState;
import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.alert.Delivery;
import io.dyadwire.contract.alert.DeliveryState;
import io.dyadwire.contract.rule.DeskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneQueueTest {
    private static final Instant T0 = Instant.parse("2019-08-14T03:00:00Z");
    private static final DeskId DESK = new DeskId("asia");
    private static final DeliveryConfig CONFIG =
            new DeliveryConfig(Duration.ofSeconds(5), Duration.ofHours(6), Duration.ofDays(3), 3);
    private static final Attempt DELIVERED = new Attempt.Delivered("HTTP 204");
    private static final Attempt AWAY = new Attempt.Failed("HTTP 503", null);
    private static final Attempt REFUSED = new Attempt.Refused("HTTP 400");

    private final List<Delivery> written = new ArrayList<>();
    private final List<ChannelStatus> statuses = new ArrayList<>();
    private final List<Long> closed = new ArrayList<>();
    private Instant now = T0;
    private LaneQueue queue = queue(null, null);

    @Test
    void shouldSendTheOldestFirstAndWriteDownThatItArrived() {
        offer(1, 2);

        settle(take(), DELIVERED);
        settle(take(), DELIVERED);

        assertThat(written)
                .extracting(Delivery::alertId, Delivery::offset, Delivery::state, Delivery::attempts)
                .containsExactly(
                        tuple(AlertId.of("1"), 1L, DeliveryState.DELIVERED, 1),
                        tuple(AlertId.of("2"), 2L, DeliveryState.DELIVERED, 1));
        assertThat(closed).containsExactly(1L, 2L);
        assertThat(statuses).isEmpty();
        assertThat(isWaiting()).isTrue();
    }

    @Test
    void shouldHoldAllBackTogetherWhileTheReceiverIsAway() {
        offer(1, 2);

        settle(take(), AWAY);
        offer(3);

        assertThat(written)
                .extracting(Delivery::offset, Delivery::state, Delivery::attempts, Delivery::error, Delivery::nextAt)
                .containsExactly(waits(1, 1, "HTTP 503", 5), waits(2, 0, null, 5), waits(3, 0, null, 5));
        assertThat(closed).containsExactly(1L, 2L, 3L);
        assertThat(statuses)
                .extracting(ChannelStatus::state, ChannelStatus::failures)
                .containsExactly(tuple(ChannelState.FAILING, 1));
        after(Duration.ofMillis(4_999));
        assertThat(isWaiting()).isTrue();
        after(Duration.ofMillis(1));
        Item probe = take();
        assertThat(probe.offset()).isEqualTo(1);
        assertThat(probe.told()).isNull();
        assertThat(isWaiting()).as("one attempt finds out").isTrue();
        settle(probe, DELIVERED);
        assertThat(take().offset()).isEqualTo(2);
        assertThat(take().offset()).isEqualTo(3);
        assertThat(statuses).extracting(ChannelStatus::state).containsExactly(ChannelState.FAILING, ChannelState.UP);
    }

    @Test
    void shouldWaitTwiceAsLongEachTimeAndNeverLessThanAsked() {
        offer(1);

        settle(take(), AWAY);
        after(Duration.ofSeconds(5));
        settle(take(), AWAY);
        after(Duration.ofSeconds(10));
        settle(take(), new Attempt.Failed("HTTP 429", Duration.ofMinutes(7)));

        assertThat(statuses)
                .extracting(status -> Duration.between(status.at(), status.nextAt()))
                .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMinutes(7));
        assertThat(written).extracting(Delivery::attempts).containsExactly(1, 2, 3);
        assertThat(closed).as("its place was given up at the first wait").containsExactly(1L);
    }

    @Test
    void shouldCountAttemptsThatWereUnderWayTogetherAsOneFailure() {
        offer(1, 2, 3);
        Item first = take();
        Item second = take();
        Instant began = now;
        after(Duration.ofSeconds(1));

        queue.settle(first, AWAY, began, now);
        queue.settle(second, AWAY, began, now);
        drain();

        assertThat(queue.status().failures()).isEqualTo(1);
        assertThat(queue.status().nextAt()).isEqualTo(now.plusSeconds(5));
    }

    @Test
    void shouldSwitchOffAfterDaysWithoutAnyArrival() {
        offer(1, 2);

        while (queue.status().state() != ChannelState.OFF) {
            settle(take(), AWAY);
            after(Duration.ofHours(8));
        }

        assertThat(Duration.between(T0, queue.status().at())).isBetween(Duration.ofDays(3), Duration.ofDays(4));
        assertThat(queue.status().error()).isEqualTo("nothing arrived for 3 days, the last attempt: HTTP 503");
        assertThat(failed()).containsExactly(1L, 2L);
        assertThat(isWaiting()).isTrue();
        offer(3);
        assertThat(failed()).containsExactly(1L, 2L, 3L);
        assertThat(written.getLast().error()).startsWith("the channel is off: nothing arrived");
    }

    @Test
    void shouldSwitchOffAtOnceWhenTheReceiverIsGone() {
        offer(1, 2);
        Item first = take();
        Item second = take();

        settle(first, new Attempt.Gone("HTTP 410"));
        settle(second, AWAY);

        assertThat(queue.status().state()).isEqualTo(ChannelState.OFF);
        assertThat(failed()).containsExactly(1L, 2L);
    }

    @Test
    void shouldSendTheOthersWhileOneMessageIsRefusedAndGiveThatOneUp() {
        offer(1, 2);

        settle(take(), REFUSED);
        settle(take(), DELIVERED);
        after(Duration.ofSeconds(5));
        settle(take(), REFUSED);
        after(Duration.ofSeconds(10));
        settle(take(), REFUSED);

        assertThat(written)
                .extracting(Delivery::offset, Delivery::state, Delivery::attempts)
                .containsExactly(
                        tuple(1L, DeliveryState.WAITING, 1),
                        tuple(2L, DeliveryState.DELIVERED, 1),
                        tuple(1L, DeliveryState.WAITING, 2),
                        tuple(1L, DeliveryState.FAILED, 3));
        assertThat(queue.status().state()).isEqualTo(ChannelState.UP);
    }

    @Test
    void shouldSwitchOffWhenEveryMessageIsRefused() {
        for (int i = 1; i <= LaneQueue.MOST_REFUSED; i++) {
            offer(i);
            settle(take(), REFUSED);
        }

        assertThat(queue.status().state()).isEqualTo(ChannelState.OFF);
        assertThat(queue.status().error()).startsWith("20 messages in a row were refused");
        assertThat(failed()).hasSize(LaneQueue.MOST_REFUSED);
    }

    @Test
    void shouldKeepOnlySoManyInMemoryAndTheOrder() {
        for (int i = 1; i <= LaneQueue.MOST_HELD + 2; i++) {
            offer(i);
        }

        assertThat(written)
                .extracting(Delivery::offset, Delivery::state, Delivery::attempts)
                .containsExactly(
                        tuple(LaneQueue.MOST_HELD + 1L, DeliveryState.WAITING, 0),
                        tuple(LaneQueue.MOST_HELD + 2L, DeliveryState.WAITING, 0));
        for (long i = 1; i <= LaneQueue.MOST_HELD + 2; i++) {
            Item item = take();
            assertThat(item.offset()).isEqualTo(i);
            settle(item, DELIVERED);
        }
        offer(1_000);
        assertThat(written.getLast().offset()).as("there is room again").isNotEqualTo(1_000L);
    }

    @Test
    void shouldGoOnWithWhatWaitedBeforeARestart() {
        offer(1, 2);
        settle(take(), AWAY);
        List<Delivery> waiting = List.copyOf(written);
        queue = queue(queue.status(), null);
        waiting.forEach(delivery -> queue.resume(Item.of(delivery, delivery.offset()), now));

        assertThat(isWaiting()).isTrue();
        after(Duration.ofSeconds(5));
        settle(take(), DELIVERED);
        settle(take(), DELIVERED);

        assertThat(written.subList(2, 4))
                .extracting(Delivery::offset, Delivery::attempts)
                .containsExactly(tuple(1L, 2), tuple(2L, 1));
        assertThat(closed).as("they hold no place any more").containsExactly(1L, 2L);
    }

    @Test
    void shouldSendAgainWhatSomebodyAsksForOnceItIsSwitchedOn() {
        offer(1);
        settle(take(), new Attempt.Gone("HTTP 410"));
        queue.set(ChannelStatus.up(DESK, "duty", now, "kim"), now);
        Delivery lost = written.getLast();
        Delivery again = new Delivery(
                lost.alertId(), DESK, "duty", DeliveryState.WAITING, 0, now, null, lost.offset(), now, "kim");
        queue.resume(Item.of(again, 1), now);

        settle(take(), DELIVERED);

        assertThat(written.getLast().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(statuses).extracting(ChannelStatus::state).containsExactly(ChannelState.OFF);
    }

    @Test
    void shouldKeepWithinItsRateInAnyStretchOfTime() {
        queue = queue(null, new Rate(2, Duration.ofMinutes(1)));
        offer(1, 2, 3);
        take();
        after(Duration.ofSeconds(50));
        take();

        assertThat(isWaiting()).isTrue();
        after(Duration.ofSeconds(10));
        assertThat(take().offset()).isEqualTo(3);
    }

    @Test
    void shouldNotWaitForYearsWhenTheClockWasPutBack() {
        offer(1);
        settle(take(), AWAY);

        now = now.minus(Duration.ofDays(400));

        assertThat(take().offset()).isEqualTo(1);
    }

    @Test
    void shouldTellOfAnotherChannelWithoutWritingItDown() {
        ChannelStatus off = new ChannelStatus(DESK, "other", ChannelState.OFF, T0, T0, 1, null, "HTTP 410", null);
        queue.tell(new Told.OfChannel(off, 3));

        Item word = take();
        settle(word, AWAY);
        after(Duration.ofSeconds(5));
        Item again = take();
        settle(again, DELIVERED);

        assertThat(again.told()).isInstanceOf(Told.OfChannel.class);
        assertThat(written).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldBringEveryAlertToAnEndWhateverTheReceiverDoes(long seed) {
        var random = new java.util.Random(seed);
        for (int i = 1; i <= 400; i++) {
            offer(i);
            for (int turn = random.nextInt(3); turn > 0 && !isWaiting(); turn--) {
                settle(take(), any(random));
            }
            after(Duration.ofSeconds(random.nextInt(20)));
        }
        for (int i = 0; i < 100_000 && queue.size() > 0; i++) {
            if (isWaiting()) {
                after(Duration.ofSeconds(30));
            } else {
                settle(take(), DELIVERED);
            }
        }

        List<Long> ended = written.stream()
                .filter(delivery -> delivery.state() != DeliveryState.WAITING)
                .map(Delivery::offset)
                .toList();
        assertThat(ended).doesNotHaveDuplicates().hasSize(400);
        assertThat(closed).doesNotHaveDuplicates().hasSize(400);
    }

    private static Attempt any(java.util.Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> AWAY;
            case 1 -> REFUSED;
            case 2 -> new Attempt.Failed("HTTP 429", Duration.ofSeconds(random.nextInt(100)));
            default -> DELIVERED;
        };
    }

    private LaneQueue queue(ChannelStatus status, Rate rate) {
        return new LaneQueue(
                new Endpoint(new EndpointId(DESK, "duty"), told -> DELIVERED, 4, rate),
                CONFIG,
                new RetrySchedule(CONFIG, () -> 0.5),
                status);
    }

    private static Tuple waits(long offset, int attempts, String error, int seconds) {
        return tuple(offset, DeliveryState.WAITING, attempts, error, T0.plusSeconds(seconds));
    }

    private void offer(int... offsets) {
        for (int offset : offsets) {
            Alert alert = Alerts.alert(Integer.toString(offset), DESK);
            queue.offer(Item.of(alert, offset), now);
            drain();
        }
    }

    private boolean isWaiting() {
        return queue.untilNext(now, nanos()) > 0;
    }

    private Item take() {
        assertThat(isWaiting()).isFalse();
        return queue.take(nanos());
    }

    private void settle(Item item, Attempt attempt) {
        queue.settle(item, attempt, now, now);
        drain();
    }

    private long nanos() {
        return Duration.between(T0, now).toNanos();
    }

    private void after(Duration time) {
        now = now.plus(time);
    }

    private List<Long> failed() {
        return written.stream()
                .filter(delivery -> delivery.state() == DeliveryState.FAILED)
                .map(Delivery::offset)
                .toList();
    }

    private void drain() {
        for (LaneQueue.Entry entry : queue.drain()) {
            switch (entry) {
                case LaneQueue.Entry.Of(Delivery delivery, long offset, boolean closes) -> {
                    written.add(delivery);
                    if (closes) {
                        closed.add(offset);
                    }
                }
                case LaneQueue.Entry.Channel(ChannelStatus status) -> statuses.add(status);
            }
        }
    }
}
