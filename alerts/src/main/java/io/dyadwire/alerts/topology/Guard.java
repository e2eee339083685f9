package io.dyadwire.alerts.topology;

import io.dyadwire.alerts.discipline.Candidate;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertDecision;
import io.dyadwire.contract.deadletter.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a step decide about one record, then does what it decided. Whatever the step throws becomes a dead letter and the
 * next record is handled: the handlers of Kafka Streams would let a {@link StackOverflowError} or a
 * {@link ClassCastException} end the thread. What goes wrong in forwarding or storing is not caught; it is about the
 * transaction and not about the record.
 */
final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final int MAX_REASON = 1000;

    private final String stage;
    private final ProcessorContext<String, Outcome> context;
    private final AlertCounters counters;
    private final CommitTiming commits;

    /** Decides about one value, and does nothing yet. */
    interface Step {
        Plan decide(byte @Nullable [] value);
    }

    Guard(String stage, ProcessorContext<String, Outcome> context, AlertCounters counters, CommitTiming commits) {
        this.stage = stage;
        this.context = context;
        this.counters = counters;
        this.commits = commits;
    }

    void run(Record<?, byte[]> record, Step step) {
        Plan plan;
        try {
            plan = step.decide(record.value());
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            reject(record, e);
            return;
        }
        carryOut(plan, Instant.ofEpochMilli(record.timestamp()));
    }

    /** The same for something that fell due by now, and comes from no record; says how much came of it. */
    int runDue(String id, Instant now, Supplier<Plan> step) {
        Plan plan;
        try {
            plan = step.get();
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            counters.rejected(stage);
            LOG.atError()
                    .addKeyValue("stage", stage)
                    .addKeyValue("id", id)
                    .setCause(e)
                    .log("what fell due cannot be handled until the next start");
            return 0;
        }
        carryOut(plan, now);
        return plan.outcomes().size();
    }

    private void carryOut(Plan plan, Instant newsAt) {
        plan.remember().run();
        for (Outcome outcome : plan.outcomes()) {
            switch (outcome) {
                case Outcome.Proposed(Candidate candidate) ->
                    forward(
                            candidate.alert().desk().value(),
                            outcome,
                            candidate.alert().at());
                case Outcome.Raised(Alert alert) -> {
                    counters.raised(alert);
                    forward(alert.id().value(), outcome, alert.at());
                }
                case Outcome.Decided(AlertDecision decision) -> {
                    counters.decided(decision);
                    forward(decision.subject(), outcome, decision.at());
                }
                case Outcome.Rejected(DeadLetter letter) -> forward(letter.recordKey(), outcome, letter.at());
            }
        }
        if (!plan.outcomes().isEmpty()) {
            commits.decided(context, newsAt);
        }
    }

    private void forward(String key, Outcome outcome, Instant at) {
        context.forward(new Record<>(key, outcome, at.toEpochMilli()));
    }

    private void reject(Record<?, byte[]> record, Throwable cause) {
        DeadLetter letter = letter(record, cause);
        counters.rejected(stage);
        context.forward(new Record<>(letter.recordKey(), new Outcome.Rejected(letter), record.timestamp()));
    }

    private DeadLetter letter(Record<?, byte[]> record, Throwable cause) {
        RecordMetadata source = context.recordMetadata().orElseThrow();
        byte[] value = record.value();
        return new DeadLetter(
                stage,
                reason(cause),
                source.topic(),
                source.partition(),
                source.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                key(record.key()),
                DeadLetter.encode(value),
                value == null ? 0 : value.length);
    }

    private static @Nullable String key(@Nullable Object key) {
        return key instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : (String) key;
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        String reason = cause.getClass().getSimpleName() + message;
        return reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON);
    }
}
