package io.dyadwire.alerts.view;

import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.live.RemovedRule;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Rule;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All deadlines as they stand, by the day on which they are over, with the deadlines that desks set themselves. One
 * thread writes, any may read.
 *
 * <p>Bounded by number and by bytes. Beyond, those that are over leave first, then those that are farthest off.
 */
public final class DeadlineView {
    static final int MOST = 200_000;
    static final int REVIEWED_AT_ONCE = 1_000;
    static final long MOST_BYTES = 256L << 20;
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineView.class);

    private final LiveRules rules;
    private final InstantSource clock;
    private final int most;
    private final long mostBytes;
    private final Map<String, Place> places = new HashMap<>();
    private final ConcurrentSkipListMap<Place, Listed> list = new ConcurrentSkipListMap<>();
    private Iterator<Place> toReview = Collections.emptyIterator();
    private long changesSeen;
    private long bytes;
    private boolean told;
    private volatile boolean complete;

    /**
     * An empty one.
     *
     * @param clock tells what is over, when there is too much
     */
    public DeadlineView(LiveRules rules, InstantSource clock) {
        this(rules, clock, MOST, MOST_BYTES);
    }

    DeadlineView(LiveRules rules, InstantSource clock, int most, long mostBytes) {
        this.rules = rules;
        this.changesSeen = rules.changesOnDeadlines();
        this.clock = clock;
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** The rules that it goes by. */
    public LiveRules rules() {
        return rules;
    }

    /** Whether all that was there at the start has been read. */
    public boolean isComplete() {
        return complete;
    }

    void complete() {
        complete = true;
    }

    /**
     * Finds anew which rules match which deadline when rules on deadlines have changed: of some deadlines at each call.
     *
     * @return whether more are left
     */
    boolean followRules() {
        if (changesSeen != rules.changesOnDeadlines()) {
            changesSeen = rules.changesOnDeadlines();
            toReview = list.keySet().iterator();
        }
        for (int i = 0; i < REVIEWED_AT_ONCE && toReview.hasNext(); i++) {
            list.computeIfPresent(
                    toReview.next(),
                    (place, listed) -> listed.with(rules.matcher().matchAny(listed.deadline())));
        }
        return toReview.hasNext();
    }

    /** A deadline as it stands from now on, in these bytes. */
    void put(Deadline deadline, byte[] json) {
        remove(deadline.id());
        Listed listed = Listed.of(deadline, json, rules.matcher().matchAny(deadline));
        places.put(deadline.id(), listed.place());
        list.put(listed.place(), listed);
        bytes += json.length;
        while (list.size() > most || bytes > mostBytes) {
            makeRoom();
        }
    }

    void remove(String id) {
        Place place = places.remove(id);
        if (place != null) {
            Listed gone = list.remove(place);
            bytes -= gone == null ? 0 : gone.whole().length();
        }
    }

    /** Those that are asked for, in the order of the list; after this place when there is one. */
    public Stream<Listed> find(Wanted wanted, @Nullable Place after) {
        Place start = wanted.from() == null ? null : new Place(wanted.from(), "");
        return startingAt(start, after).values().stream().filter(wanted::matches);
    }

    private SortedMap<Place, Listed> startingAt(@Nullable Place start, @Nullable Place after) {
        if (after != null && (start == null || after.compareTo(start) >= 0)) {
            return list.tailMap(after, false);
        }
        return start == null ? list : list.tailMap(start, true);
    }

    /** The rules by which this desk sets deadlines itself, in the order of their ids. */
    public List<Rule> ownOf(DeskId desk) {
        return rules.rules().stream()
                .filter(rule -> rule.due() != null && rule.desk().equals(desk))
                .toList();
    }

    /** Those of this desk that were removed in the last 30 days, in the order of their ids. */
    public List<RemovedRule> removedOwnOf(DeskId desk) {
        return rules.removedOwn().stream()
                .filter(removed -> removed.rule().desk().equals(desk))
                .toList();
    }

    private void makeRoom() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        boolean someOver = list.firstKey().lastDay().isBefore(today);
        Place leaves = someOver ? list.firstKey() : list.lastKey();
        remove(leaves.id());
        if (!told) {
            told = true;
            LOG.atWarn()
                    .addKeyValue("deadlines", most)
                    .addKeyValue("bytes", mostBytes)
                    .log(
                            "more deadlines than are kept to be served: those that are over, else the farthest, are left out");
        }
    }
}
