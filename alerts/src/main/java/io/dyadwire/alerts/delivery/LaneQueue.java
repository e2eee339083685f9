package io.dyadwire.alerts.delivery;

import io.dyadwire.alerts.channel.Attempt;
import io.dyadwire.alerts.channel.Told;
import io.dyadwire.contract.alert.ChannelState;
import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.alert.Delivery;
import io.dyadwire.contract.alert.DeliveryState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one channel has to deliver, and the decisions about it: what is next and when, what a failed attempt means for the
 * message and for the channel, and when it is given up. Knows no thread and no clock; what is to be written down of a change
 * is drained after it. Oldest first.
 *
 * <p>A receiver that cannot be reached holds all its messages back together; one that refuses a single message gets the others
 * meanwhile.
 */
final class LaneQueue {
    /** Alerts held in memory; what comes beyond is written down and read again in its turn. */
    static final int MOST_HELD = 200;

    /** When so many messages were refused one after another, it is the channel that is wrong. */
    static final int MOST_REFUSED = 20;

    private final Endpoint endpoint;
    private final DeliveryConfig config;
    private final RetrySchedule schedule;
    private final RateMeter meter;
    private final NavigableMap<Long, Item> ready = new TreeMap<>();
    private final PriorityQueue<Item> later = new PriorityQueue<>(Comparator.comparing(Item::notBefore));
    private final List<Entry> entries = new ArrayList<>();
    private ChannelStatus status;
    private int underWay;
    private int held;
    private int refused;
    private long words = -1;

    /** What is to be written down. */
    sealed interface Entry {
        /**
         * Where a delivery stands.
         *
         * @param closes whether the desk's place no longer waits for it then
         */
        record Of(Delivery delivery, long offset, boolean closes) implements Entry {}

        record Channel(ChannelStatus status) implements Entry {}
    }

    /** @param status how the channel was; null when nothing was ever written of it */
    LaneQueue(Endpoint endpoint, DeliveryConfig config, RetrySchedule schedule, @Nullable ChannelStatus status) {
        this.endpoint = endpoint;
        this.config = config;
        this.schedule = schedule;
        this.meter = new RateMeter(endpoint.rate());
        this.status = status == null
                ? ChannelStatus.up(endpoint.desk(), endpoint.id().channel(), Instant.EPOCH, null)
                : status;
    }

    ChannelStatus status() {
        return status;
    }

    int size() {
        return ready.size() + later.size() + underWay;
    }

    /** What has come about since the last call. */
    List<Entry> drain() {
        List<Entry> all = List.copyOf(entries);
        entries.clear();
        return all;
    }

    void offer(Item item, Instant now) {
        held++;
        if (status.state() == ChannelState.OFF) {
            fail(item, "the channel is off: " + status.error(), now);
        } else if (status.state() == ChannelState.FAILING || held > MOST_HELD) {
            park(item, null, Objects.requireNonNullElse(status.nextAt(), now), now);
        } else {
            ready.put(item.offset(), item);
        }
    }

    void resume(Item item, Instant now) {
        if (status.state() == ChannelState.OFF) {
            fail(item, "the channel is off: " + status.error(), now);
        } else if (status.state() == ChannelState.UP && item.notBefore().isAfter(now)) {
            later.add(item);
        } else {
            ready.put(item.offset(), item);
        }
    }

    void tell(Told.OfChannel word) {
        if (status.state() != ChannelState.OFF) {
            ready.put(words, Item.of(word, words));
            words--;
        }
    }

    /** Somebody switched it on or off and has written so. */
    void set(ChannelStatus wanted, Instant now) {
        status = wanted;
        refused = 0;
        if (wanted.state() == ChannelState.OFF) {
            failAll("the channel is off: " + wanted.error(), now);
        }
    }

    /** Nanoseconds until the next may be taken; 0 or less when it may. */
    long untilNext(Instant now, long nanoTime) {
        while (!later.isEmpty() && !later.peek().notBefore().isAfter(now)) {
            Item due = later.remove();
            ready.put(due.offset(), due);
        }
        if (status.state() == ChannelState.OFF) {
            return Long.MAX_VALUE;
        }
        if (ready.isEmpty()) {
            return later.isEmpty() ? Long.MAX_VALUE : nanos(now, later.peek().notBefore());
        }
        long rate = meter.untilNext(nanoTime);
        if (status.nextAt() == null) {
            return rate;
        }
        // One attempt at a time finds out whether it works again.
        return underWay > 0 ? Long.MAX_VALUE : Math.max(rate, nanos(now, status.nextAt()));
    }

    /** The next; there is one, and it may be taken. */
    Item take(long nanoTime) {
        meter.sent(nanoTime);
        underWay++;
        return Objects.requireNonNull(ready.pollFirstEntry()).getValue();
    }

    /** It could not even be read. */
    void putBack(Item item, Instant when) {
        underWay--;
        later.add(new Item(item.id(), item.offset(), item.told(), item.attempts(), when, item.written()));
    }

    void lost(Item item, Instant now) {
        underWay--;
        fail(item, "the alert is no longer on its topic", now);
    }

    /** What one attempt means, which began at that time. */
    void settle(Item item, Attempt attempt, Instant began, Instant now) {
        underWay--;
        if (status.state() == ChannelState.OFF && !(attempt instanceof Attempt.Delivered)) {
            fail(item.tried(), error(attempt), now);
            return;
        }
        switch (attempt) {
            case Attempt.Delivered ignored -> {
                refused = 0;
                works(now);
                write(item.tried(), DeliveryState.DELIVERED, null, null, now);
            }
            case Attempt.Gone gone -> {
                fail(item.tried(), gone.error(), now);
                off(gone.error(), now);
            }
            case Attempt.Refused no -> refuse(item.tried(), no.error(), now);
            case Attempt.Failed failed -> fails(item.tried(), failed, began, now);
        }
    }

    private static String error(Attempt attempt) {
        return switch (attempt) {
            case Attempt.Delivered ignored -> "";
            case Attempt.Gone gone -> gone.error();
            case Attempt.Refused no -> no.error();
            case Attempt.Failed failed -> failed.error();
        };
    }

    private void works(Instant now) {
        if (status.state() == ChannelState.FAILING) {
            become(ChannelStatus.up(endpoint.desk(), endpoint.id().channel(), now, null));
        }
    }

    private void refuse(Item item, String error, Instant now) {
        works(now);
        refused++;
        if (item.attempts() >= config.refusals()) {
            fail(item, error, now);
        } else {
            Instant when = now.plus(schedule.after(item.attempts(), null));
            later.add(written(item, error, when, now));
        }
        if (refused >= MOST_REFUSED) {
            off(refused + " messages in a row were refused, the last with: " + error, now);
        }
    }

    private void fails(Item item, Attempt.Failed failed, Instant began, Instant now) {
        boolean known = status.state() == ChannelState.FAILING && began.isBefore(status.at());
        int failures = status.failures() + (known ? 0 : 1);
        Instant since = Objects.requireNonNullElse(status.since(), now);
        if (Duration.between(since, now).compareTo(config.giveUpAfter()) >= 0) {
            fail(item, failed.error(), now);
            off(
                    "nothing arrived for " + words(Duration.between(since, now)) + ", the last attempt: "
                            + failed.error(),
                    now);
            return;
        }
        Instant next = known && failed.after() == null
                ? Objects.requireNonNull(status.nextAt())
                : now.plus(schedule.after(failures, failed.after()));
        become(new ChannelStatus(
                endpoint.desk(),
                endpoint.id().channel(),
                ChannelState.FAILING,
                now,
                since,
                failures,
                next,
                failed.error(),
                null));
        park(item, failed.error(), next, now);
        for (Item other : List.copyOf(ready.values())) {
            if (!other.written()) {
                park(other, null, next, now);
            }
        }
    }

    /** Waits with the whole channel. */
    private void park(Item item, @Nullable String error, Instant next, Instant now) {
        ready.put(item.offset(), written(item, error, next, now));
    }

    private Item written(Item item, @Nullable String error, Instant next, Instant now) {
        if (!item.isWord()) {
            write(item, DeliveryState.WAITING, error, next, now);
        }
        return item.waiting(next);
    }

    private void off(String reason, Instant now) {
        become(new ChannelStatus(
                endpoint.desk(),
                endpoint.id().channel(),
                ChannelState.OFF,
                now,
                Objects.requireNonNullElse(status.since(), now),
                status.failures(),
                null,
                reason,
                null));
        failAll("the channel was switched off: " + reason, now);
    }

    private void failAll(String error, Instant now) {
        List<Item> all = new ArrayList<>(ready.values());
        all.addAll(later);
        ready.clear();
        later.clear();
        all.forEach(item -> fail(item, error, now));
    }

    private void fail(Item item, String error, Instant now) {
        if (!item.isWord()) {
            write(item, DeliveryState.FAILED, error, null, now);
        }
    }

    private void become(ChannelStatus fresh) {
        status = fresh;
        entries.add(new Entry.Channel(fresh));
    }

    private void write(Item item, DeliveryState state, @Nullable String error, @Nullable Instant next, Instant now) {
        if (item.isWord()) {
            return;
        }
        if (!item.written()) {
            held--;
        }
        Delivery delivery = new Delivery(
                item.id(),
                endpoint.desk(),
                endpoint.id().channel(),
                state,
                item.attempts(),
                now,
                error,
                item.offset(),
                next,
                null);
        entries.add(new Entry.Of(delivery, item.offset(), !item.written()));
    }

    private static String words(Duration time) {
        return time.toDays() > 1
                ? time.toDays() + " days"
                : time.toHours() > 1 ? time.toHours() + " h" : time.toMinutes() + " min";
    }

    private static long nanos(Instant now, Instant until) {
        // A clock that was put back by years must not make a channel wait for years.
        Duration left = Duration.between(now, until);
        return left.compareTo(RetrySchedule.LONGEST_ASKED.plusHours(1)) > 0 ? 0 : left.toNanos();
    }
}
