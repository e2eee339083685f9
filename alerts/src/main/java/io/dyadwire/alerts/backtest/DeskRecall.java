package io.dyadwire.alerts.backtest;

import io.dyadwire.alerts.discipline.Group;
import io.dyadwire.alerts.discipline.Memory;
import io.dyadwire.alerts.discipline.Meter;
import io.dyadwire.alerts.discipline.Ratings;
import io.dyadwire.alerts.plan.Inhibition;
import io.dyadwire.alerts.topology.Agenda;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.RuleId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the desks would be remembered, in plain maps; forgotten after the same times as when it is for real. */
final class DeskRecall implements Memory {
    /** Of each kind of note. */
    static final int MOST_NOTES = 100_000;

    private final Map<String, Group> groups = new HashMap<>();
    private final Agenda agenda = new Agenda();
    private final Dated<String> stories = new Dated<>(Group.MEMORY, MOST_NOTES);
    private final Dated<AlertId> told;
    private final Dated<Instant> fired = new Dated<>(Inhibition.LONGEST, MOST_NOTES);
    private final Map<String, Meter> meters = new HashMap<>();
    private final Map<String, Ratings> ratings = new HashMap<>();
    private long size;

    /** @param memory how long it is remembered of which article a desk was told */
    DeskRecall(Duration memory) {
        this.told = new Dated<>(memory, MOST_NOTES);
    }

    void forget(Instant newest) {
        stories.forget(newest);
        told.forget(newest);
        fired.forget(newest);
    }

    /** How much is remembered in groups, see {@link Group#size}. */
    long size() {
        return size;
    }

    /** Whether no note had to leave for want of room. */
    boolean isWhole() {
        return stories.isWhole() && told.isWhole() && fired.isWhole();
    }

    /** The key of the next group that there is something to do about by now; null when there is none. */
    @Nullable
    String next(Instant now) {
        return agenda.next(now);
    }

    @Override
    public @Nullable Group group(String key) {
        return groups.get(key);
    }

    @Override
    public void put(Group group) {
        Group before = groups.put(group.key(), group);
        size += group.size() - (before == null ? 0 : before.size());
        agenda.set(group.key(), group.nextLook());
    }

    @Override
    public void remove(Group group) {
        Group before = groups.remove(group.key());
        size -= before == null ? 0 : before.size();
        agenda.set(group.key(), null);
    }

    @Override
    public @Nullable String story(DeskId desk, String key) {
        return stories.get(desk + "\n" + key);
    }

    @Override
    public void putStory(DeskId desk, String key, String story, Instant at) {
        stories.put(desk + "\n" + key, story, at);
    }

    @Override
    public @Nullable AlertId told(DeskId desk, RuleId rule, String subject) {
        return told.get(desk + "\n" + rule + "\n" + subject);
    }

    @Override
    public void putTold(DeskId desk, RuleId rule, String subject, AlertId alert, Instant at) {
        told.put(desk + "\n" + rule + "\n" + subject, alert, at);
    }

    @Override
    public @Nullable Instant fired(DeskId desk, String key) {
        return fired.get(desk + "\n" + key);
    }

    @Override
    public void putFired(DeskId desk, String key, Instant at) {
        fired.put(desk + "\n" + key, at, at);
    }

    @Override
    public @Nullable Meter meter(DeskId desk, RuleId rule) {
        return meters.get(desk + "\n" + rule);
    }

    @Override
    public void put(DeskId desk, RuleId rule, Meter meter) {
        meters.put(desk + "\n" + rule, meter);
    }

    @Override
    public Ratings ratings(DeskId desk, RuleId rule) {
        return ratings.getOrDefault(desk + "\n" + rule, Ratings.NONE);
    }

    @Override
    public void put(DeskId desk, RuleId rule, Ratings known) {
        ratings.put(desk + "\n" + rule, known);
    }
}
