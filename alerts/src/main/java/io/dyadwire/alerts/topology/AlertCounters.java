package io.dyadwire.alerts.topology;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertDecision;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/**
 * Counts what the topology decides. A transaction that is rolled back and done again is counted again.
 *
 * <p>{@code dyadwire.alerts.raised} by desk and type, {@code dyadwire.alerts.decided} by outcome, {@code
 * dyadwire.dead.letters} by stage, {@code dyadwire.alerts.read} by topic. {@value #TICK} times each look at the clock.
 */
public final class AlertCounters {
    /** How long a task that looks for what is due keeps its news waiting. */
    public static final String TICK = "dyadwire.alerts.tick";

    private final MeterRegistry registry;

    public AlertCounters(MeterRegistry registry) {
        this.registry = registry;
    }

    void read(String topic) {
        registry.counter("dyadwire.alerts.read", "topic", topic).increment();
    }

    void raised(Alert alert) {
        registry.counter(
                        "dyadwire.alerts.raised",
                        "desk",
                        alert.desk().value(),
                        "type",
                        alert.type().name().toLowerCase(Locale.ROOT))
                .increment();
    }

    void decided(AlertDecision decision) {
        registry.counter(
                        "dyadwire.alerts.decided",
                        "outcome",
                        decision.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .increment();
    }

    void timed(Runnable tick) {
        registry.timer(TICK).record(tick);
    }

    void rejected(String stage) {
        registry.counter("dyadwire.dead.letters", "stage", stage).increment();
    }
}
