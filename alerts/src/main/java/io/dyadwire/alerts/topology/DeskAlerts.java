package io.dyadwire.alerts.topology;

import io.dyadwire.alerts.discipline.Candidate;
import io.dyadwire.alerts.discipline.Discipline;
import io.dyadwire.alerts.discipline.Turn;
import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.alert.DeskAction;
import io.dyadwire.contract.json.JsonSerde;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Silence;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What rules matched to what desks are told, each desk in one place: everything of one desk has the same key.
 *
 * <p>Time is that of the news: what waits is told when news of a later time has come, so that a replay puts the same
 * things together. Where news is fresh, the clock does as well; where it is not, as after a downtime, the clock counts
 * only when nothing has come since the last look.
 */
final class DeskAlerts implements ProcessorSupplier<String, byte[], String, Outcome> {
    /** Each time by the clock, so that news does not wait. */
    private static final int MOST_A_TICK = 200;

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Function<DeskId, @Nullable Desk> desks;
    private final Supplier<Collection<Silence>> silences;
    private final AlertingConfig config;
    private final InstantSource clock;
    private final AlertCounters counters;
    private final CommitTiming commits;

    DeskAlerts(
            Function<DeskId, @Nullable Desk> desks,
            Supplier<Collection<Silence>> silences,
            AlertingConfig config,
            InstantSource clock,
            AlertCounters counters,
            CommitTiming commits) {
        this.desks = desks;
        this.silences = silences;
        this.config = config;
        this.clock = clock;
        this.counters = counters;
        this.commits = commits;
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return DeskMemory.stores();
    }

    @Override
    public Processor<String, byte[], String, Outcome> get() {
        return new Telling();
    }

    private final class Telling implements Processor<String, byte[], String, Outcome> {
        private final JsonSerde<Candidate> candidates = new JsonSerde<>(Candidate.class);
        private final JsonSerde<DeskAction> actions = Topics.DESK_ACTIONS.valueSerde();
        private ProcessorContext<String, Outcome> context;
        private DeskMemory memory;
        private Discipline discipline;
        private Guard guard;
        private boolean came;
        private boolean fresh = true;

        @Override
        public void init(ProcessorContext<String, Outcome> context) {
            this.context = context;
            this.memory = new DeskMemory(context, config.memory());
            this.discipline = new Discipline(desks, silences, memory);
            this.guard = new Guard("tell-desks", context, counters, commits);
            context.schedule(config.remindEvery(), PunctuationType.WALL_CLOCK_TIME, time -> tick());
        }

        @Override
        public void process(Record<String, byte[]> record) {
            Instant at = Instant.ofEpochMilli(record.timestamp());
            came = true;
            fresh = at.isAfter(clock.instant().minus(FRESH));
            memory.forget(at);
            due(at, Integer.MAX_VALUE);
            boolean action = context.recordMetadata()
                    .map(source -> source.topic().equals(Topics.DESK_ACTIONS.name()))
                    .orElse(false);
            if (action) {
                guard.run(record, value -> plan(discipline.act(actions.read(Check.present("value", value)))));
            } else {
                guard.run(record, value -> plan(discipline.take(candidates.read(Check.present("value", value)), at)));
            }
        }

        private void tick() {
            if (fresh || !came) {
                due(clock.instant(), MOST_A_TICK);
            }
            came = false;
        }

        private void due(Instant now, int most) {
            for (int i = 0; i < most; i++) {
                String key = memory.next(now);
                if (key == null) {
                    return;
                }
                guard.runDue(key, now, () -> plan(discipline.due(key, now)));
            }
        }

        private static Plan plan(Turn turn) {
            List<Outcome> outcomes = new ArrayList<>();
            turn.alerts().forEach(alert -> outcomes.add(new Outcome.Raised(alert)));
            turn.decisions().forEach(decision -> outcomes.add(new Outcome.Decided(decision)));
            return new Plan(outcomes, turn::remember);
        }
    }
}
