package io.dyadwire.processor.topology;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.json.JsonSerde;
import io.dyadwire.processor.topology.Duplicates.Seen;
import io.dyadwire.processor.topology.Duplicates.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/**
 * Drops articles that went through before, and counts them by reason.
 *
 * <p>Store {@value #STORE}: article id and fetch time to {@link Seen}. It keeps what was seen within {@link #MEMORY} of
 * record time, longer than feeds list an item; the window store drops what is older by itself.
 */
final class DuplicateFilter implements FixedKeyProcessorSupplier<String, Article, Article> {
    static final String STORE = "seen-articles";
    static final Duration MEMORY = Duration.ofDays(30);

    private final MeterRegistry meters;
    private final boolean keepForever;

    DuplicateFilter(MeterRegistry meters, boolean keepForever) {
        this.meters = meters;
        this.keepForever = keepForever;
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        var supplier = Stores.persistentWindowStore(STORE, MEMORY, MEMORY, false);
        Map<String, String> changelog = keepForever ? Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1") : Map.of();
        return Set.of(Stores.windowStoreBuilder(supplier, Serdes.String(), new JsonSerde<>(Seen.class))
                .withLoggingEnabled(changelog));
    }

    @Override
    public FixedKeyProcessor<String, Article, Article> get() {
        return new Filter();
    }

    private final class Filter implements FixedKeyProcessor<String, Article, Article> {
        private FixedKeyProcessorContext<String, Article> context;
        private WindowStore<String, Seen> seen;

        @Override
        public void init(FixedKeyProcessorContext<String, Article> context) {
            this.context = context;
            this.seen = context.getStateStore(STORE);
        }

        @Override
        public void process(FixedKeyRecord<String, Article> record) {
            Article article = record.value();
            String id = article.id().value();
            Verdict verdict = Duplicates.judge(last(id, record.timestamp()), article);
            meters.counter("dyadwire.articles", "outcome", verdict.name().toLowerCase(Locale.ROOT))
                    .increment();
            if (verdict.goesOn()) {
                seen.put(id, new Seen(article.feedId(), article.version()), record.timestamp());
                context.forward(record);
            }
        }

        private @Nullable Seen last(String id, long now) {
            try (WindowStoreIterator<Seen> found =
                    seen.backwardFetch(id, Math.max(0, now - MEMORY.toMillis()), now + MEMORY.toMillis())) {
                return found.hasNext() ? found.next().value : null;
            }
        }
    }
}
