package io.dyadwire.ingest;

import io.dyadwire.contract.feed.Ledger;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/** What ingest counts. No feed is a label: there may be ten thousand. */
final class IngestMeters {
    private final MeterRegistry registry;

    IngestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Shows how many feeds answer and how many do not. */
    void feeds(Supplier<Number> answering, Supplier<Number> failing) {
        Gauge.builder("dyadwire.feeds", answering).tag("state", "ok").register(registry);
        Gauge.builder("dyadwire.feeds", failing).tag("state", "failing").register(registry);
    }

    /** Adds one committed poll. */
    void polled(Ledger ledger, Duration took) {
        String outcome = ledger.failed() > 0 ? "failed" : ledger.notModified() > 0 ? "not-modified" : "read";
        registry.counter("dyadwire.feed.polls", "outcome", outcome).increment();
        items("published", ledger.published());
        items("known", ledger.known());
        ledger.dropped().forEach(this::items);
        registry.counter("dyadwire.articles.published").increment((double) ledger.published());
        Timer.builder("dyadwire.feed.poll.time").register(registry).record(took);
    }

    /** How long after its time a poll began. */
    void late(Duration lateness) {
        Timer.builder("dyadwire.feed.poll.lateness")
                .register(registry)
                .record(lateness.isNegative() ? Duration.ZERO : lateness);
    }

    /** A poll that ended by a mistake of ours. */
    void mistake() {
        registry.counter("dyadwire.feed.polls", "outcome", "mistake").increment();
    }

    private void items(String outcome, long count) {
        registry.counter("dyadwire.feed.items", "outcome", outcome).increment((double) count);
    }
}
