package io.dyadwire.alerts.topology;

import io.dyadwire.alerts.match.Excerpts;
import io.dyadwire.alerts.match.RuleMatch;
import io.dyadwire.alerts.match.RuleMatcher;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.json.JsonSerde;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/**
 * Tagged articles to alerts: each rule that matches is told of an article once, whichever version of it matched first.
 *
 * <p>Store {@value #STORE}: article id, at the record time of a version that raised something, to the ids of the rules
 * raised so far, joined by blanks. An entry goes when the newest record time is {@code memory} ahead of it, in the store
 * and in its topic alike; so its size is the number of articles that raised something in that time.
 */
final class ArticleAlerts implements ProcessorSupplier<byte[], byte[], String, Outcome> {
    static final String STORE = "raised-by-article";

    private final RuleMatcher matcher;
    private final AlertComposer composer;
    private final Duration memory;
    private final AlertCounters counters;

    ArticleAlerts(RuleMatcher matcher, AlertComposer composer, Duration memory, AlertCounters counters) {
        this.matcher = matcher;
        this.composer = composer;
        this.memory = memory;
        this.counters = counters;
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        var supplier = Stores.inMemoryWindowStore(STORE, memory, Duration.ofMillis(1), false);
        return Set.of(Stores.windowStoreBuilder(supplier, Serdes.String(), Serdes.String()));
    }

    @Override
    public Processor<byte[], byte[], String, Outcome> get() {
        return new Matching();
    }

    private final class Matching implements Processor<byte[], byte[], String, Outcome> {
        private final JsonSerde<TaggedArticle> json = Topics.TAGGED.valueSerde();
        private ProcessorContext<String, Outcome> context;
        private WindowStore<String, String> raised;
        private Guard guard;

        @Override
        public void init(ProcessorContext<String, Outcome> context) {
            this.context = context;
            this.raised = context.getStateStore(STORE);
            this.guard = new Guard("match-rules", context, counters);
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            counters.read(Topics.TAGGED.name());
            guard.run(record, value -> match(json.read(Check.present("value", value)), record.timestamp()));
        }

        private Plan match(TaggedArticle tagged, long at) {
            List<RuleMatch> matches = matcher.match(tagged);
            if (matches.isEmpty()) {
                return Plan.NOTHING;
            }
            Suppressed reason = wholly(tagged, at);
            if (reason != null) {
                matches.forEach(match -> counters.suppressed(reason));
                return Plan.NOTHING;
            }
            String article = tagged.article().id().value();
            Set<String> rules = raisedFor(article, at);
            Excerpts excerpts = matcher.excerpts(tagged.article());
            List<Alert> alerts = new ArrayList<>();
            for (RuleMatch match : matches) {
                if (rules.add(match.rule().id().value())) {
                    alerts.add(composer.match(match, tagged, excerpts, Instant.ofEpochMilli(at)));
                } else {
                    counters.suppressed(Suppressed.ALREADY_RAISED);
                }
            }
            return alerts.isEmpty()
                    ? Plan.NOTHING
                    : new Plan(alerts, () -> raised.put(article, String.join(" ", rules), at));
        }

        private @Nullable Suppressed wholly(TaggedArticle tagged, long at) {
            if (tagged.article().backfill()) {
                return Suppressed.BACKFILL;
            }
            return at < context.currentStreamTimeMs() - memory.toMillis() ? Suppressed.TOO_OLD : null;
        }

        /** By any version that is remembered, earlier or later. */
        private Set<String> raisedFor(String article, long at) {
            Set<String> rules = new TreeSet<>();
            Instant from = Instant.ofEpochMilli(Math.max(0, at - memory.toMillis()));
            try (WindowStoreIterator<String> entries =
                    raised.fetch(article, from, Instant.ofEpochMilli(at).plus(memory))) {
                entries.forEachRemaining(entry -> rules.addAll(List.of(entry.value.split(" "))));
            }
            return rules;
        }
    }
}
