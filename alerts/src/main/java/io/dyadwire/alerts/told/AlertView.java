package io.dyadwire.alerts.told;

import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.rule.DeskId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The newest alerts of all desks, and who follows them. One thread writes, any may read. Bounded by number and by bytes;
 * beyond, those that came first leave.
 */
public final class AlertView {
    static final int MOST = 50_000;
    static final int AT_ONCE = 100;
    static final long MOST_BYTES = 128L << 20;

    private final int most;
    private final long mostBytes;
    private final ConcurrentNavigableMap<Moment, Told> list = new ConcurrentSkipListMap<>();
    private final Map<AlertId, Told> byId = new ConcurrentHashMap<>();
    private final Map<DeskId, Line> lines = new ConcurrentHashMap<>();
    private final Deque<Told> arrived = new ArrayDeque<>();
    private long bytes;
    private volatile boolean complete;

    /**
     * What came before one follows.
     *
     * @param following whether it is told of those that come from now on; when not, it is to ask again
     */
    public record Followed(List<Told> missed, boolean following) {}

    /** Somebody who is told of each alert of one desk as it comes; must not wait. */
    @FunctionalInterface
    public interface Follower {
        void tell(Told told);
    }

    /** The alerts of one desk by their offsets, without a gap. */
    private static final class Line {
        private final NavigableMap<Long, Told> alerts = new TreeMap<>();
        private final Set<Follower> followers = new HashSet<>();
        /** The first offset that it would hold. */
        private long from;

        /** The first offset that has not come yet. */
        private long next;
    }

    public AlertView() {
        this(MOST, MOST_BYTES);
    }

    AlertView(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** Whether all that was there at the start has been read. */
    public boolean isComplete() {
        return complete;
    }

    void complete() {
        complete = true;
    }

    /** Reading begins here. */
    void begin(DeskId desk, long offset) {
        Line line = lines.computeIfAbsent(desk, id -> new Line());
        synchronized (line) {
            line.from = offset;
            line.next = offset;
        }
    }

    void put(Told told) {
        Told before = byId.put(told.id(), told);
        if (before != null && !before.moment().equals(told.moment())) {
            list.remove(before.moment());
        }
        list.put(told.moment(), told);
        arrived.add(told);
        bytes += told.whole().length();
        Line line = line(told);
        List<Follower> followers;
        synchronized (line) {
            line.alerts.put(told.moment().offset(), told);
            line.next = told.moment().offset() + 1;
            followers = List.copyOf(line.followers);
        }
        followers.forEach(follower -> follower.tell(told));
        while (arrived.size() > most || bytes > mostBytes) {
            forget(arrived.remove());
        }
    }

    /** Everything before this offset has come. */
    void reached(DeskId desk, long offset) {
        Line line = Objects.requireNonNull(lines.get(desk));
        synchronized (line) {
            line.next = Math.max(line.next, offset);
        }
    }

    private void forget(Told told) {
        bytes -= told.whole().length();
        list.remove(told.moment(), told);
        byId.remove(told.id(), told);
        Line line = line(told);
        synchronized (line) {
            line.alerts.remove(told.moment().offset());
            line.from = told.moment().offset() + 1;
        }
    }

    private Line line(Told told) {
        return Objects.requireNonNull(lines.get(told.moment().desk()));
    }

    /** Those that are asked for, newest first; after this one when there is one. */
    public Stream<Told> find(Asked asked, @Nullable Moment after) {
        Collection<Told> rest = (after == null ? list : list.tailMap(after, false)).values();
        return rest.stream()
                .takeWhile(told -> asked.since() == null || !told.moment().at().isBefore(asked.since()))
                .filter(asked::matches);
    }

    /** The newest one of this id; null when it is not among the newest of all. */
    public @Nullable Told find(AlertId id) {
        return byId.get(id);
    }

    /** The offset behind the last that has come; what is told from now on stands there or later. */
    public long next(DeskId desk) {
        Line line = lines.get(desk);
        if (line == null) {
            return 0;
        }
        synchronized (line) {
            return line.next;
        }
    }

    /**
     * Tells this follower of each alert that comes from now on, until it leaves; unless many came before, which it is to take
     * first.
     *
     * @return those that came before, from this offset on, or the first of them; null when they are no longer all here
     */
    public @Nullable Followed follow(DeskId desk, long from, Follower follower) {
        Line line = lines.get(desk);
        if (line == null) {
            return null;
        }
        synchronized (line) {
            if (from < line.from) {
                return null;
            }
            List<Told> missed = line.alerts.tailMap(from, true).values().stream()
                    .limit(AT_ONCE + 1L)
                    .toList();
            if (missed.size() > AT_ONCE) {
                return new Followed(missed.subList(0, AT_ONCE), false);
            }
            line.followers.add(follower);
            return new Followed(missed, true);
        }
    }

    public void leave(DeskId desk, Follower follower) {
        Line line = lines.get(desk);
        if (line != null) {
            synchronized (line) {
                line.followers.remove(follower);
            }
        }
    }
}
