package io.dyadwire.ingest;

import io.dyadwire.contract.feed.FeedHealth;
import io.dyadwire.contract.feed.Ledger;
import io.dyadwire.ingest.fulltext.PageOutcome;
import io.dyadwire.ingest.poll.Poll;
import io.dyadwire.ingest.websub.Ping;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What ingest counts. No feed is a label: there may be ten thousand. */
final class IngestMeters {
    /** Bounds of the histogram of lateness. */
    private static final Duration[] LATENESS = Stream.of(
                    100, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 300_000, 1_800_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;

    IngestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Shows how many feeds are how. */
    void feeds(ToLongFunction<FeedHealth> count) {
        for (FeedHealth health : FeedHealth.values()) {
            Gauge.builder("dyadwire.feeds", () -> count.applyAsLong(health))
                    .tag("state", health.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    /** Shows 1 while our own network seems down. */
    void outage(BooleanSupplier on) {
        Gauge.builder("dyadwire.ingest.outage", () -> on.getAsBoolean() ? 1 : 0).register(registry);
    }

    /** Adds one committed poll. */
    void polled(Poll poll, Ledger ledger, Duration took) {
        String outcome =
                switch (poll) {
                    case Poll.Read read -> "read";
                    case Poll.Unchanged unchanged -> "not-modified";
                    case Poll.Failed failed -> {
                        String why = failed.trouble().word();
                        registry.counter("dyadwire.feed.failures", "reason", why)
                                .increment();
                        yield "failed";
                    }
                };
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
                .serviceLevelObjectives(LATENESS)
                .register(registry)
                .record(lateness.isNegative() ? Duration.ZERO : lateness);
    }

    /** A poll that ended by a mistake of ours. */
    void mistake() {
        registry.counter("dyadwire.feed.polls", "outcome", "mistake").increment();
    }

    /** What became of the page that an article links to. */
    void page(PageOutcome outcome) {
        registry.counter("dyadwire.article.pages", "outcome", outcome.label()).increment();
    }

    /** Shows how many hubs' subscriptions hold. */
    void subscriptions(LongSupplier active) {
        Gauge.builder("dyadwire.websub.subscriptions", active::getAsLong).register(registry);
    }

    /** What became of something that was posted as from a hub. */
    void ping(Ping ping) {
        registry.counter("dyadwire.websub.pings", "outcome", ping.word()).increment();
    }

    private void items(String outcome, long count) {
        registry.counter("dyadwire.feed.items", "outcome", outcome).increment((double) count);
    }
}
