package io.dyadwire.processor.topology;

import io.dyadwire.contract.deadletter.DeadLetter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Runs one step on each record; whatever it throws becomes a dead letter with the coordinates of the source record, and
 * the next record goes on. Kafka Streams' own handlers would let {@link StackOverflowError} and {@link
 * ClassCastException} kill the thread.
 */
final class Guarded<I, O> implements FixedKeyProcessor<String, I, Outcome<O>> {
    private final String stage;
    private final Function<I, O> step;
    private final Function<I, byte[]> original;
    private final Counter done;
    private final Counter rejected;
    private FixedKeyProcessorContext<String, Outcome<O>> context;

    /**
     * One step.
     *
     * @param original the bytes to keep in the dead letter
     */
    Guarded(String stage, Function<I, O> step, Function<I, byte[]> original, MeterRegistry meters) {
        this.stage = stage;
        this.step = step;
        this.original = original;
        this.done = meters.counter("dyadwire.records", "stage", stage, "outcome", "done");
        this.rejected = meters.counter("dyadwire.records", "stage", stage, "outcome", "rejected");
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Outcome<O>> context) {
        this.context = context;
    }

    @Override
    public void process(FixedKeyRecord<String, I> record) {
        Outcome<O> outcome = run(record);
        switch (outcome) {
            case Outcome.Done<O> value -> done.increment();
            case Outcome.Rejected<O> letter -> rejected.increment();
        }
        context.forward(record.withValue(outcome));
    }

    private Outcome<O> run(FixedKeyRecord<String, I> record) {
        if (record.value() == null) {
            return new Outcome.Rejected<>(letter(record, "the record has no value", null));
        }
        try {
            return new Outcome.Done<>(step.apply(record.value()));
        } catch (VirtualMachineError e) {
            if (e instanceof StackOverflowError) {
                return new Outcome.Rejected<>(letter(record, "nested too deeply", original.apply(record.value())));
            }
            throw e;
        } catch (RuntimeException | LinkageError | AssertionError e) {
            return new Outcome.Rejected<>(letter(record, reason(e), original.apply(record.value())));
        }
    }

    private DeadLetter letter(FixedKeyRecord<String, I> record, String reason, byte[] value) {
        Optional<RecordMetadata> source = context.recordMetadata();
        return new DeadLetter(
                stage,
                reason,
                source.map(RecordMetadata::topic).orElse("unknown"),
                source.map(RecordMetadata::partition).orElse(-1),
                source.map(RecordMetadata::offset).orElse(-1L),
                Instant.ofEpochMilli(record.timestamp()),
                record.key(),
                DeadLetter.encode(value),
                value == null ? 0 : value.length);
    }

    private static String reason(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
