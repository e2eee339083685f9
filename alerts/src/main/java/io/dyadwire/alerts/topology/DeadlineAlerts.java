package io.dyadwire.alerts.topology;

import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.json.JsonSerde;
import io.dyadwire.contract.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
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
 * Deadlines to alerts: announced, confirmed, moved, in conflict, cancelled, put off and met as the records come; reminders and days that passed by
 * the clock. A reminder is due when nothing is published, so a wall-clock punctuator looks at the injected clock.
 *
 * <p>Store {@value #FOLLOWED}: deadline id to {@link Followed}; an entry goes when the newest record time is
 * {@code keepDeadlines} past its last day, or with its tombstone, so its size is the number of open deadlines. Store
 * {@value #OWN}: id of a rule with {@code due} to {@link OwnMark}; an entry goes with its rule. What is in
 * them is looked at once after each start, and again after a change of the rules, to learn what is due next under the
 * rules as they are now.
 *
 * <p>What falls due at one moment, as at midnight, is told over several ticks, so that news does not wait: each ends after
 * {@value #MOST_A_TICK} looks and alerts or {@value #LONGEST_TICK_MS} ms. What is left stays on the agenda.
 */
final class DeadlineAlerts implements ProcessorSupplier<byte[], byte[], String, Outcome> {
    static final String FOLLOWED = "followed-deadlines";
    static final String OWN = "own-deadlines";
    static final int MOST_A_TICK = 200;
    static final int LONGEST_TICK_MS = 20;

    private final LiveRules rules;
    private final AlertingConfig config;
    private final int partitions;
    private final InstantSource clock;
    private final AlertCounters counters;
    private final CommitTiming commits;

    DeadlineAlerts(
            LiveRules rules,
            AlertingConfig config,
            int partitions,
            InstantSource clock,
            AlertCounters counters,
            CommitTiming commits) {
        this.rules = rules;
        this.config = config;
        this.partitions = partitions;
        this.clock = clock;
        this.counters = counters;
        this.commits = commits;
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(FOLLOWED), Serdes.String(), Serdes.ByteArray()),
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(OWN), Serdes.String(), new JsonSerde<>(OwnMark.class)));
    }

    @Override
    public Processor<byte[], byte[], String, Outcome> get() {
        return new Following();
    }

    private final class Following implements Processor<byte[], byte[], String, Outcome> {
        private final JsonSerde<Deadline> json = Topics.DEADLINES.valueSerde();
        private ProcessorContext<String, Outcome> context;
        private FollowedDeadlines followed;
        private OwnDeadlines own;
        private Guard reading;
        private Guard reminding;

        @Override
        public void init(ProcessorContext<String, Outcome> context) {
            this.context = context;
            KeyValueStore<String, byte[]> known = context.getStateStore(FOLLOWED);
            KeyValueStore<String, OwnMark> marks = context.getStateStore(OWN);
            int partition = context.taskId().partition();
            this.followed = new FollowedDeadlines(known, rules, config);
            this.own = new OwnDeadlines(marks, rules, partition, partitions, config);
            this.reading = new Guard("follow-deadlines", context, counters, commits);
            this.reminding = new Guard("remind", context, counters, commits);
            context.schedule(
                    config.remindEvery(), PunctuationType.WALL_CLOCK_TIME, time -> counters.timed(this::remind));
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            counters.read(Topics.DEADLINES.name());
            Instant at = Instant.ofEpochMilli(record.timestamp());
            reading.run(
                    record,
                    value -> value == null
                            ? followed.forgotten(new String(record.key(), StandardCharsets.UTF_8))
                            : followed.heard(json.read(value), at));
        }

        private void remind() {
            Instant now = clock.instant();
            Instant newest = Instant.ofEpochMilli(Math.max(0, context.currentStreamTimeMs()));
            remind(now, () -> followed.next(now), id -> followed.due(id, now, newest));
            remind(now, () -> own.next(now), id -> own.due(id, now));
            remind(now, followed::nextToReview, followed::reviewed);
        }

        private void remind(Instant now, Supplier<@Nullable String> next, Function<String, Plan> due) {
            int spent = 0;
            long start = System.nanoTime();
            while (spent < MOST_A_TICK && System.nanoTime() - start < LONGEST_TICK_MS * 1_000_000L) {
                String id = next.get();
                if (id == null) {
                    return;
                }
                spent += 1 + reminding.runDue(id, now, () -> due.apply(id));
            }
        }
    }
}
