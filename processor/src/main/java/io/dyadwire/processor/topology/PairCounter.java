package io.dyadwire.processor.topology;

import io.dyadwire.contract.json.JsonSerde;
import io.dyadwire.contract.pair.PairActivity;
import io.dyadwire.contract.pair.PairMention;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Counts articles and publishers of each pair, day by day.
 *
 * <p>Store {@value #STORE}: pair to {@link PairDays}. One entry a pair (some 20,000 at the very most), each bounded.
 */
final class PairCounter implements FixedKeyProcessorSupplier<String, PairMention, PairActivity> {
    static final String STORE = "pair-days";

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.String(), new JsonSerde<>(PairDays.class)));
    }

    @Override
    public FixedKeyProcessor<String, PairMention, PairActivity> get() {
        return new Counter();
    }

    private static final class Counter implements FixedKeyProcessor<String, PairMention, PairActivity> {
        private FixedKeyProcessorContext<String, PairActivity> context;
        private KeyValueStore<String, PairDays> days;

        @Override
        public void init(FixedKeyProcessorContext<String, PairActivity> context) {
            this.context = context;
            this.days = context.getStateStore(STORE);
        }

        @Override
        public void process(FixedKeyRecord<String, PairMention> record) {
            PairDays before = days.get(record.key());
            PairDays now = (before == null ? PairDays.NONE : before).plus(record.value());
            days.put(record.key(), now);
            PairActivity activity = now.activity(record.value());
            if (activity != null) {
                context.forward(record.withValue(activity));
            }
        }
    }
}
