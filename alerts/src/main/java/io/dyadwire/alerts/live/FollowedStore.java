package io.dyadwire.alerts.live;

import io.dyadwire.alerts.live.RuleWriter.Decision;
import io.dyadwire.alerts.live.RuleWriter.Edit;
import io.dyadwire.contract.rule.RuleRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/** The topic of the rules, for one who follows it: decides by what was read, and waits until a change was read back. */
public final class FollowedStore implements RuleStore {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RuleReader reader;
    private final RuleWriter writer;

    /** @param live what the reader keeps at the end of the topic */
    public FollowedStore(RuleTopic topic, RuleReader reader, LiveRules live) {
        this.reader = reader;
        this.writer = topic.writer(() -> read(live));
    }

    @Override
    public <X extends Exception> Edit write(Decision<X> decision, Instant now) throws X, InterruptedException {
        Edit done = writer.write(decision, now);
        if (!done.isEmpty()) {
            catchUp();
        }
        return done;
    }

    private Map<String, RuleRecord> read(LiveRules live) {
        try {
            catchUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
        return live.records();
    }

    private void catchUp() throws InterruptedException {
        try {
            reader.caughtUp().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new KafkaException("the rules are no longer followed", e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException("the rules could not be read in " + PATIENCE.toSeconds() + " s", e);
        }
    }
}
