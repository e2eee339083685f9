package io.dyadwire.alerts.delivery;

import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.alert.Delivery;
import io.dyadwire.contract.alert.DeliveryState;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code news.deliveries} and {@code news.channels} say: what waits, how each channel is, and which of the latest alerts
 * are dealt with, so that none is sent again that is read again. Thread-safe.
 */
final class DeliveryBook {
    /** No more offsets are read of a desk than this beyond the last that is dealt with. */
    static final int WINDOW = 4_000;

    /** What is settled further back than any restart reads again is forgotten. */
    private static final int REMEMBERED = 3 * WINDOW;

    /** Of what does not wait, so many are kept to be looked at. */
    private static final int NEWEST = 2_000;

    private final Map<EndpointId, Page> pages = new HashMap<>();
    private final Map<String, Delivery> newest = new LinkedHashMap<>();
    private final Map<EndpointId, ChannelStatus> statuses = new HashMap<>();

    private static final class Page {
        private final NavigableMap<Long, Delivery> waiting = new TreeMap<>();
        private final NavigableSet<Long> settled = new TreeSet<>();
    }

    synchronized void take(Delivery delivery) {
        Long offset = delivery.offset();
        if (offset == null) {
            return;
        }
        newest.remove(delivery.key());
        Page page = pages.computeIfAbsent(EndpointId.of(delivery), id -> new Page());
        if (delivery.state() == DeliveryState.WAITING) {
            page.waiting.put(offset, delivery);
            page.settled.remove(offset);
        } else {
            page.waiting.remove(offset);
            page.settled.add(offset);
            page.settled.headSet(page.settled.last() - REMEMBERED).clear();
            newest.put(delivery.key(), delivery);
            if (newest.size() > NEWEST) {
                newest.remove(newest.keySet().iterator().next());
            }
        }
    }

    synchronized void take(ChannelStatus status) {
        statuses.put(EndpointId.of(status), status);
    }

    /** Whether it is written down where this channel stands with the alert at this offset. */
    synchronized boolean knows(EndpointId id, long offset) {
        Page page = pages.get(id);
        return page != null && (page.settled.contains(offset) || page.waiting.containsKey(offset));
    }

    /** What waits on this channel, oldest first. */
    synchronized List<Delivery> waiting(EndpointId id) {
        Page page = pages.get(id);
        return page == null ? List.of() : List.copyOf(page.waiting.values());
    }

    /** What waits, and the newest of what does not, newest first. */
    synchronized List<Delivery> newest() {
        return Stream.concat(
                        newest.values().stream(),
                        pages.values().stream().flatMap(page -> page.waiting.values().stream()))
                .sorted(Comparator.comparing(Delivery::at)
                        .thenComparing(Delivery::key)
                        .reversed())
                .toList();
    }

    synchronized @Nullable ChannelStatus status(EndpointId id) {
        return statuses.get(id);
    }
}
