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
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the desks, in the stores of one task. All keys begin with the desk, those of the notes with their kind.
 *
 * <ul>
 *   <li>{@value #GROUPS}: a group that something waits in, or whose stories are known; goes {@link Group#MEMORY} after its
 *       last member.
 *   <li>{@value #NOTES}, of three kinds in one store, as each store is one more partition in every transaction: headline or
 *       text to story, at the time of an article, kept as long; rule and article or story to the alert that told of it, kept for
 *       the memory of articles; when the source of an inhibition was seen, kept {@link Inhibition#LONGEST}.
 *   <li>{@value #METERS}, {@value #RATINGS}: how often a rule fired, what people think of it; one each for a rule.
 * </ul>
 */
final class DeskMemory implements Memory {
    static final String GROUPS = "desk-groups";
    static final String NOTES = "desk-notes";
    static final String METERS = "desk-meters";
    static final String RATINGS = "desk-ratings";

    private final KeyValueStore<String, Group> groups;
    private final DatedStore stories;
    private final DatedStore told;
    private final DatedStore fired;
    private final KeyValueStore<String, Meter> meters;
    private final KeyValueStore<String, Ratings> ratings;
    private final Agenda agenda = new Agenda();

    DeskMemory(ProcessorContext<?, ?> context, Duration memory) {
        this.groups = context.getStateStore(GROUPS);
        KeyValueStore<String, String> notes = context.getStateStore(NOTES);
        this.stories = new DatedStore(notes, "story\n", Group.MEMORY);
        this.told = new DatedStore(notes, "told\n", memory);
        this.fired = new DatedStore(notes, "fired\n", Inhibition.LONGEST);
        this.meters = context.getStateStore(METERS);
        this.ratings = context.getStateStore(RATINGS);
        try (KeyValueIterator<String, Group> all = groups.all()) {
            all.forEachRemaining(entry -> agenda.set(entry.key, entry.value.nextLook()));
        }
    }

    static Set<StoreBuilder<?>> stores() {
        return Set.of(
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(GROUPS), Serdes.String(), new JsonSerde<>(Group.class)),
                DatedStore.builder(NOTES),
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(METERS), Serdes.String(), new JsonSerde<>(Meter.class)),
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(RATINGS), Serdes.String(), new JsonSerde<>(Ratings.class)));
    }

    /** Forgets what is dated and too old beside this time of the news. */
    void forget(Instant newest) {
        stories.forget(newest);
        told.forget(newest);
        fired.forget(newest);
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
    public @Nullable String story(DeskId desk, String key) {
        return stories.get(desk + "\n" + key);
    }

    @Override
    public void putStory(DeskId desk, String key, String story, Instant at) {
        stories.put(desk + "\n" + key, story, at);
    }

    @Override
    public @Nullable AlertId told(DeskId desk, RuleId rule, String subject) {
        String alert = told.get(desk + "\n" + rule + "\n" + subject);
        return alert == null ? null : new AlertId(alert);
    }

    @Override
    public void putTold(DeskId desk, RuleId rule, String subject, AlertId alert, Instant at) {
        told.put(desk + "\n" + rule + "\n" + subject, alert.value(), at);
    }

    @Override
    public @Nullable Instant fired(DeskId desk, String key) {
        String when = fired.get(desk + "\n" + key);
        return when == null ? null : Instant.parse(when);
    }

    @Override
    public void putFired(DeskId desk, String key, Instant at) {
        fired.put(desk + "\n" + key, at.toString(), at);
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
}
