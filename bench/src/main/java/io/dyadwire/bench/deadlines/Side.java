package io.dyadwire.bench.deadlines;

import io.dyadwire.contract.Check;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.kafka.streams.KafkaStreams;

/**
 * A service that follows deadlines.
 *
 * @param tick its timer of looks at the clock
 * @param changelogs the topics that it restores from
 * @param state its folder; taken away before a restart, as after a crash under exactly-once
 * @param client makes one that is not started
 */
record Side(
        String name,
        String tick,
        List<String> changelogs,
        Path state,
        BiFunction<MeterRegistry, InstantSource, KafkaStreams> client) {
    Side {
        Check.text("name", name);
        changelogs = Check.some("changelogs", changelogs);
    }
}
