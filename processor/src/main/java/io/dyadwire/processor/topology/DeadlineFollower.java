package io.dyadwire.processor.topology;

import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.json.JsonSerde;
import io.dyadwire.processor.deadline.DeadlineFile;
import io.dyadwire.processor.deadline.DeadlineTracker;
import io.dyadwire.processor.deadline.DeadlineTracker.Step;
import io.dyadwire.processor.deadline.Said;
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
 * Follows each deadline over all articles that speak of it, and lets it pass when its day is over.
 *
 * <p>Store {@value #STORE}: deadline id to {@link DeadlineFile}. Store {@value #BY_DAY}: {@code day|id} to id, the day on
 * which something is to be done with it: it passes the day after its last day, and {@value #KEPT_DAYS} days later it is
 * forgotten, with a tombstone on the topic. What was said of one that nobody gives a date for goes as many days after it was
 * said. That bounds both. A wall-clock punctuator does it, since output must appear without new input.
 */
final class DeadlineFollower implements ProcessorSupplier<String, Said, String, Deadline> {
    static final String STORE = "deadline-files";
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
                        Stores.persistentKeyValueStore(STORE), Serdes.String(), new JsonSerde<>(DeadlineFile.class)),
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(BY_DAY), Serdes.String(), Serdes.String()));
    }

    @Override
    public Processor<String, Said, String, Deadline> get() {
        return new Follower();
    }

    private final class Follower implements Processor<String, Said, String, Deadline> {
        private ProcessorContext<String, Deadline> context;
        private KeyValueStore<String, DeadlineFile> deadlines;
        private KeyValueStore<String, String> byDay;

        @Override
        public void init(ProcessorContext<String, Deadline> context) {
            this.context = context;
            this.deadlines = context.getStateStore(STORE);
            this.byDay = context.getStateStore(BY_DAY);
            context.schedule(tick, PunctuationType.WALL_CLOCK_TIME, realTime -> letPass(clock.instant()));
        }

        @Override
        public void process(Record<String, Said> record) {
            DeadlineFile known = deadlines.get(record.key());
            Step step = DeadlineTracker.follow(known, record.value());
            if (!step.file().equals(known)) {
                store(known, step);
            }
            if (step.seen()) {
                context.forward(record.withValue(step.now()));
            }
        }

        private void letPass(Instant now) {
            LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
            for (String id : due(today)) {
                DeadlineFile known = deadlines.get(id);
                if (known == null) {
                    continue;
                }
                Step passed = DeadlineTracker.pass(known, now, ZoneOffset.UTC);
                if (passed != null) {
                    store(known, passed);
                    context.forward(new Record<>(id, passed.now(), now.toEpochMilli()));
                } else {
                    deadlines.delete(id);
                    if (DeadlineTracker.shown(known) != null) {
                        context.forward(new Record<>(id, null, now.toEpochMilli()));
                    }
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

        private void store(@Nullable DeadlineFile known, Step step) {
            DeadlineFile file = step.file();
            deadlines.put(file.id(), file);
            if (known != null) {
                byDay.delete(indexKey(known, step.before()));
            }
            byDay.put(indexKey(file, step.now()), file.id());
        }
    }

    /** The day, then what tells two deadlines of one day apart. */
    private static String indexKey(DeadlineFile file, @Nullable Deadline deadline) {
        return dayToLook(file, deadline) + "|" + file.id();
    }

    private static LocalDate dayToLook(DeadlineFile file, @Nullable Deadline deadline) {
        if (deadline == null) {
            return LocalDate.ofInstant(file.lastSeen(), ZoneOffset.UTC).plusDays(KEPT_DAYS);
        }
        LocalDate lastDay = deadline.date().lastDay();
        return switch (deadline.state()) {
            case ANNOUNCED, CONFIRMED, MOVED -> lastDay;
            case CANCELLED, MET, PASSED -> lastDay.plusDays(KEPT_DAYS);
        };
    }
}
