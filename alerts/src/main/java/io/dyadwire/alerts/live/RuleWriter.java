package io.dyadwire.alerts.live;

import io.dyadwire.alerts.rules.RuleChange;
import io.dyadwire.contract.rule.RuleRecord;
import io.dyadwire.contract.rule.Silence;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes {@code news.rules}: whole or not at all, and decided by what is there at that moment, also when others write. All
 * writers of a cluster share one transactional id. Beginning to write takes it from the one before, whose change is then
 * done or undone; what is read after that stays true until the change is committed, or the commit fails and all is decided
 * anew.
 */
public final class RuleWriter {
    private static final Logger LOG = LoggerFactory.getLogger(RuleWriter.class);
    private static final int TRIES = 20;
    private static final int SHORTEST_PAUSE_MS = 100;
    private static final int MOST_DOUBLINGS = 5;

    private final Supplier<Producer<String, RuleRecord>> producers;
    private final Supplier<Map<String, RuleRecord>> there;
    private final int shortestPauseMs;
    private final ReentrantLock turn = new ReentrantLock();

    /**
     * What to write.
     *
     * @param remove keys
     */
    public record Edit(List<? extends RuleRecord> put, List<String> remove) {
        public static final Edit NOTHING = new Edit(List.of(), List.of());

        /** So long a silence stays on the topic when it is over, for whoever looks back. */
        private static final Duration ENDED_SILENCE_KEPT = Duration.ofDays(7);

        public Edit {
            put = List.copyOf(put);
            remove = List.copyOf(remove);
        }

        /** What is to be written for these changes. */
        public static Edit of(List<RuleChange> changes) {
            return new Edit(
                    changes.stream()
                            .map(RuleChange::after)
                            .filter(Objects::nonNull)
                            .toList(),
                    changes.stream()
                            .filter(change -> change.after() == null)
                            .map(change -> change.rule().key())
                            .toList());
        }

        public static Edit put(RuleRecord record) {
            return new Edit(List.of(record), List.of());
        }

        public static Edit remove(String key) {
            return new Edit(List.of(), List.of(key));
        }

        /** Silences that ended a week ago or earlier: records that come late are no longer under them. */
        public static Edit ofEndedSilences(Map<String, RuleRecord> there, Instant now) {
            return new Edit(
                    List.of(),
                    there.values().stream()
                            .filter(record -> record instanceof Silence silence
                                    && silence.until().plus(ENDED_SILENCE_KEPT).isBefore(now))
                            .map(RuleRecord::key)
                            .sorted()
                            .toList());
        }

        /** Both. */
        public Edit and(Edit other) {
            List<RuleRecord> allPut = new ArrayList<>(put);
            allPut.addAll(other.put);
            List<String> allRemoved = new ArrayList<>(remove);
            allRemoved.addAll(other.remove);
            return new Edit(allPut, allRemoved);
        }

        boolean isEmpty() {
            return put.isEmpty() && remove.isEmpty();
        }
    }

    /** Decides by what is there, by key. What it throws ends the attempt with nothing written. May be asked again. */
    @FunctionalInterface
    public interface Decision<X extends Exception> {
        Edit on(Map<String, RuleRecord> there) throws X;
    }

    RuleWriter(Supplier<Producer<String, RuleRecord>> producers, Supplier<Map<String, RuleRecord>> there) {
        this(producers, there, SHORTEST_PAUSE_MS);
    }

    /** @param shortestPauseMs what the first pause after another's writing is shorter than; each is up to twice the one before */
    RuleWriter(
            Supplier<Producer<String, RuleRecord>> producers,
            Supplier<Map<String, RuleRecord>> there,
            int shortestPauseMs) {
        this.producers = producers;
        this.there = there;
        this.shortestPauseMs = shortestPauseMs;
    }

    /**
     * Writes what is decided; returns once Kafka has it.
     *
     * @param now the time of the records
     */
    public <X extends Exception> Edit write(Decision<X> decision, Instant now) throws X, InterruptedException {
        turn.lockInterruptibly();
        try {
            for (int tries = 1; ; tries++) {
                try {
                    return writeOnce(decision, now);
                } catch (KafkaException e) {
                    if (tries == TRIES || !mayBeOfAnother(e)) {
                        throw e;
                    }
                    LOG.atDebug().addKeyValue("tries", tries).log("another one wrote rules in between, once more");
                    // Longer each time: writers that only take it from each other get nowhere.
                    int longest = shortestPauseMs << Math.min(tries, MOST_DOUBLINGS);
                    Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextInt(longest)));
                }
            }
        } finally {
            turn.unlock();
        }
    }

    /**
     * Whether it may be another writer who took the transactional id. Kafka tells that in many ways, by how far both had got,
     * an unexpected error of the broker among them; so all count but those that another try cannot mend.
     */
    private static boolean mayBeOfAnother(KafkaException problem) {
        return !(problem instanceof AuthenticationException
                || problem instanceof AuthorizationException
                || problem instanceof SerializationException
                || problem instanceof TimeoutException);
    }

    private <X extends Exception> Edit writeOnce(Decision<X> decision, Instant now) throws X {
        try (Producer<String, RuleRecord> producer = producers.get()) {
            producer.initTransactions();
            Edit edit = decision.on(there.get());
            if (!edit.isEmpty()) {
                producer.beginTransaction();
                for (RuleRecord record : edit.put()) {
                    Future<?> unused = producer.send(Topics.RULES.record(record, now)); // the commit tells of failures
                }
                for (String key : edit.remove()) {
                    Future<?> unused = producer.send(Topics.RULES.tombstone(key, now));
                }
                producer.commitTransaction();
            }
            return edit;
        }
    }
}
