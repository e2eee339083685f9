package io.dyadwire.processor.topology;

import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.processor.deadline.DeadlineTracker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Follows each deadline over all articles that state it, and lets it pass when its day is over.
 *
 * <p>Store {@value #STORE}: deadline id to {@link Deadline}. Store {@value #BY_DAY}: {@code day|id} to id, the day on
 * which something is to be done with it: it passes the day after its last day, and {@value #KEPT_DAYS} days later it is
 * forgotten, with a tombstone on the topic. That bounds both. A wall-clock punctuator does it, since output must appear
 * without new input.
 */
final class DeadlineFollower implements ProcessorSupplier<String, DeadlineSighting, String, Deadline> {
    static final String STORE = "deadlines";
    static final String BY_DAY = "deadlines-by-day";
    static final int KEPT_DAYS = 60;

    private final InstantSource clock;
    private final Duration tick;

    DeadlineFollower(InstantSource clock, Duration tick) {
        this.clock = clock;
        this.tick = tick;
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(STORE), Serdes.String(), Topics.DEADLINES.valueSerde()),
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(BY_DAY), Serdes.String(), Serdes.String()));
    }

    @Override
    public Processor<String, DeadlineSighting, String, Deadline> get() {
        return new Follower();
    }

    private final class Follower implements Processor<String, DeadlineSighting, String, Deadline> {
        private ProcessorContext<String, Deadline> context;
        private KeyValueStore<String, Deadline> deadlines;
        private KeyValueStore<String, String> byDay;

        @Override
        public void init(ProcessorContext<String, Deadline> context) {
            this.context = context;
            this.deadlines = context.getStateStore(STORE);
            this.byDay = context.getStateStore(BY_DAY);
            context.schedule(tick, PunctuationType.WALL_CLOCK_TIME, realTime -> letPass(clock.instant()));
        }

        @Override
        public void process(Record<String, DeadlineSighting> record) {
            DeadlineSighting sighting = record.value();
            Deadline known = deadlines.get(record.key());
            Deadline changed = DeadlineTracker.follow(known, sighting.tag(), sighting.article(), sighting.quote());
            if (changed != null) {
                store(known, changed);
                context.forward(record.withValue(changed));
            }
        }

        private void letPass(Instant now) {
            LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
            for (String id : due(today)) {
                Deadline known = deadlines.get(id);
                if (known == null) {
                    continue;
                }
                Deadline passed = DeadlineTracker.pass(known, now, ZoneOffset.UTC);
                if (passed != null) {
                    store(known, passed);
                    context.forward(new Record<>(id, passed, now.toEpochMilli()));
                } else {
                    deadlines.delete(id);
                    context.forward(new Record<>(id, null, now.toEpochMilli()));
                }
            }
        }

        /** Ids filed under days before today; taken off the index. */
        private List<String> due(LocalDate today) {
            List<String> ids = new ArrayList<>();
            List<String> keys = new ArrayList<>();
            try (KeyValueIterator<String, String> old = byDay.range("", today.toString())) {
                while (old.hasNext()) {
                    KeyValue<String, String> entry = old.next();
                    keys.add(entry.key);
                    ids.add(entry.value);
                }
            }
            keys.forEach(byDay::delete);
            return ids;
        }

        private void store(@Nullable Deadline before, Deadline now) {
            if (before != null) {
                byDay.delete(indexKey(before));
            }
            deadlines.put(now.id(), now);
            byDay.put(indexKey(now), now.id());
        }
    }

    /** The day, then what tells two deadlines of one day apart. */
    static String indexKey(Deadline deadline) {
        LocalDate lastDay = deadline.date().lastDay();
        LocalDate day =
                switch (deadline.state()) {
                    case ANNOUNCED, CONFIRMED, MOVED -> lastDay;
                    case CANCELLED, MET, PASSED -> lastDay.plusDays(KEPT_DAYS);
                };
        return day + "|" + deadline.id();
    }
}
