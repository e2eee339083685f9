package io.dyadwire.processor.topology;

import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.json.JsonSerde;
import io.dyadwire.processor.deadline.DeadlineFile;
import io.dyadwire.processor.deadline.DeadlineTracker;
import io.dyadwire.processor.deadline.DeadlineTracker.Step;
import io.dyadwire.processor.deadline.Said;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
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
 * said. That bounds both. A wall-clock punctuator does it, since output must appear without new input;
 * when many are over at one midnight, each tick ends after {@value #LONGEST_TICK_MS} ms and the next one goes on.
 */
final class DeadlineFollower implements ProcessorSupplier<String, Said, String, Deadline> {
    static final String STORE = "deadline-files";
    static final String BY_DAY = "deadlines-by-day";
    static final int KEPT_DAYS = 60;
    private static final int SOME = 10;
    private static final int LONGEST_TICK_MS = 20;

    private final InstantSource clock;
    private final Duration tick;
    private final Timer timer;

    /** @param timer records how long each look at the clock takes */
    DeadlineFollower(InstantSource clock, Duration tick, Timer timer) {
        this.clock = clock;
        this.tick = tick;
        this.timer = timer;
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
        private DayIndex byDay;

        @Override
        public void init(ProcessorContext<String, Deadline> context) {
            this.context = context;
            this.deadlines = context.getStateStore(STORE);
            this.byDay = new DayIndex(context.getStateStore(BY_DAY));
            context.schedule(
                    tick, PunctuationType.WALL_CLOCK_TIME, realTime -> timer.record(() -> letPass(clock.instant())));
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

        /** Some at a time, so that news does not wait when many are over at one midnight. */
        private void letPass(Instant now) {
            LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
            long start = System.nanoTime();
            List<String> some = byDay.due(today, SOME);
            while (!some.isEmpty()) {
                some.forEach(id -> letPass(id, now, today));
                boolean late = System.nanoTime() - start > LONGEST_TICK_MS * 1_000_000L;
                some = late ? List.of() : byDay.due(today, SOME);
            }
        }

        private void letPass(String id, Instant now, LocalDate today) {
            DeadlineFile known = deadlines.get(id);
            if (known == null) {
                return;
            }
            Step passed = DeadlineTracker.pass(known, now, ZoneOffset.UTC);
            if (passed != null) {
                store(known, passed);
                context.forward(new Record<>(id, passed.now(), now.toEpochMilli()));
                return;
            }
            Deadline shown = DeadlineTracker.shown(known);
            LocalDate look = dayToLook(known, shown);
            if (look.isBefore(today)) {
                deadlines.delete(id);
                if (shown != null) {
                    context.forward(new Record<>(id, null, now.toEpochMilli()));
                }
            } else { // filed under the first of several days, as it was of old
                byDay.put(look, id);
            }
        }

        private void store(@Nullable DeadlineFile known, Step step) {
            DeadlineFile file = step.file();
            deadlines.put(file.id(), file);
            if (known != null) {
                byDay.remove(dayToLook(known, step.before()), known.id());
            }
            byDay.put(dayToLook(file, step.now()), file.id());
        }
    }

    /** The last day, in UTC, on which nothing is to be done with it. */
    private static LocalDate dayToLook(DeadlineFile file, @Nullable Deadline deadline) {
        if (deadline == null) {
            return LocalDate.ofInstant(file.lastSeen(), ZoneOffset.UTC).plusDays(KEPT_DAYS);
        }
        LocalDate lastDay = deadline.lastDay();
        return switch (deadline.state()) {
            case ANNOUNCED, CONFIRMED, MOVED -> lastUtcDay(lastDay, deadline.zone());
            case CANCELLED, POSTPONED, MET, PASSED -> lastDay.plusDays(KEPT_DAYS);
        };
    }

    /** West of Greenwich a day is over on the next day of UTC only. */
    private static LocalDate lastUtcDay(LocalDate lastDay, @Nullable ZoneId zone) {
        ZoneId place = zone == null ? ZoneOffset.UTC : zone;
        Instant over = lastDay.plusDays(1).atStartOfDay(place).toInstant();
        return LocalDate.ofInstant(over.minusNanos(1), ZoneOffset.UTC);
    }
}
