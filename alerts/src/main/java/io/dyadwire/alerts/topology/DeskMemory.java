package io.dyadwire.alerts.topology;

import io.dyadwire.alerts.discipline.Group;
import io.dyadwire.alerts.discipline.Memory;
import io.dyadwire.alerts.discipline.Meter;
import io.dyadwire.alerts.discipline.Ratings;
import io.dyadwire.alerts.plan.Inhibition;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.json.JsonSerde;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.RuleId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the desks, in the stores of one task. All keys begin with the desk.
 *
 * <ul>
 *   <li>{@value #GROUPS}: a group that something waits in, or whose stories are known; goes {@link Group#MEMORY} after its
 *       last member.
 *   <li>{@value #STORIES}: headline or text to story, at the time of an article; kept as long.
 *   <li>{@value #TOLD}: rule and article or story to the alert that told of it; kept for the memory of articles.
 *   <li>{@value #FIRED}: when the source of an inhibition was seen; kept {@link Inhibition#LONGEST}.
 *   <li>{@value #METERS}, {@value #RATINGS}: how often a rule fired, what people think of it; one each for a rule.
 * </ul>
 */
final class DeskMemory implements Memory {
    static final String GROUPS = "desk-groups";
    static final String STORIES = "desk-stories";
    static final String TOLD = "desk-told";
    static final String FIRED = "desk-fired";
    static final String METERS = "desk-meters";
    static final String RATINGS = "desk-ratings";

    private final KeyValueStore<String, Group> groups;
    private final WindowStore<String, String> stories;
    private final WindowStore<String, String> told;
    private final WindowStore<String, String> fired;
    private final KeyValueStore<String, Meter> meters;
    private final KeyValueStore<String, Ratings> ratings;
    private final Duration memory;
    private final Agenda agenda = new Agenda();

    DeskMemory(ProcessorContext<?, ?> context, Duration memory) {
        this.groups = context.getStateStore(GROUPS);
        this.stories = context.getStateStore(STORIES);
        this.told = context.getStateStore(TOLD);
        this.fired = context.getStateStore(FIRED);
        this.meters = context.getStateStore(METERS);
        this.ratings = context.getStateStore(RATINGS);
        this.memory = memory;
        try (KeyValueIterator<String, Group> all = groups.all()) {
            all.forEachRemaining(entry -> agenda.set(entry.key, entry.value.nextLook()));
        }
    }

    static Set<StoreBuilder<?>> stores(Duration memory) {
        return Set.of(
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(GROUPS), Serdes.String(), new JsonSerde<>(Group.class)),
                dated(STORIES, Group.MEMORY),
                dated(TOLD, memory),
                dated(FIRED, Inhibition.LONGEST),
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(METERS), Serdes.String(), new JsonSerde<>(Meter.class)),
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(RATINGS), Serdes.String(), new JsonSerde<>(Ratings.class)));
    }

    private static StoreBuilder<?> dated(String name, Duration kept) {
        var supplier = Stores.inMemoryWindowStore(name, kept, Duration.ofMillis(1), false);
        return Stores.windowStoreBuilder(supplier, Serdes.String(), Serdes.String());
    }

    /** The key of the next group that there is something to do about by now, off the agenda then; null when there is none. */
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
        groups.put(group.key(), group);
        agenda.set(group.key(), group.nextLook());
    }

    @Override
    public void remove(Group group) {
        groups.delete(group.key());
        agenda.set(group.key(), null);
    }

    @Override
    public @Nullable String story(DeskId desk, String key, Instant at) {
        return newest(stories, desk + "\n" + key, at, Group.MEMORY);
    }

    @Override
    public void putStory(DeskId desk, String key, String story, Instant at) {
        stories.put(desk + "\n" + key, story, at.toEpochMilli());
    }

    @Override
    public @Nullable AlertId told(DeskId desk, RuleId rule, String subject, Instant at) {
        String alert = newest(told, desk + "\n" + rule + "\n" + subject, at, memory);
        return alert == null ? null : new AlertId(alert);
    }

    @Override
    public void putTold(DeskId desk, RuleId rule, String subject, AlertId alert, Instant at) {
        told.put(desk + "\n" + rule + "\n" + subject, alert.value(), at.toEpochMilli());
    }

    @Override
    public @Nullable Instant fired(DeskId desk, String key, Instant at) {
        String when = newest(fired, desk + "\n" + key, at, Inhibition.LONGEST);
        return when == null ? null : Instant.parse(when);
    }

    @Override
    public void putFired(DeskId desk, String key, Instant at) {
        fired.put(desk + "\n" + key, at.toString(), at.toEpochMilli());
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
        Ratings known = ratings.get(desk + "\n" + rule);
        return known == null ? Ratings.NONE : known;
    }

    @Override
    public void put(DeskId desk, RuleId rule, Ratings known) {
        ratings.put(desk + "\n" + rule, known);
    }

    /** What was put last in the time before this moment; what came a little after it, out of order, counts as well. */
    private static @Nullable String newest(WindowStore<String, String> store, String key, Instant at, Duration kept) {
        Instant from = Instant.ofEpochMilli(Math.max(0, at.minus(kept).toEpochMilli()));
        String newest = null;
        try (WindowStoreIterator<String> entries = store.fetch(key, from, at.plus(kept))) {
            while (entries.hasNext()) {
                newest = entries.next().value;
            }
        }
        return newest;
    }
}
