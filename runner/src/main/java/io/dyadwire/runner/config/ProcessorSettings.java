package io.dyadwire.runner.config;

import io.dyadwire.processor.ProcessorConfig;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tagging.
 *
 * @param instance names this instance to Kafka, the same after a restart; {@code processor-0} unless said otherwise
 * @param threads stream threads; 1 unless said otherwise
 * @param commitInterval the least delay of a tagged article; PT0.1S unless said otherwise
 * @param topics file or folder of the desk's own topics; absent means those that come with the program
 */
public record ProcessorSettings(
        String instance,
        Integer threads,
        Duration commitInterval,
        @Nullable String topics) {
    static final ProcessorSettings DEFAULTS = new ProcessorSettings(null, null, null, null);

    public ProcessorSettings {
        instance = instance == null ? "processor-0" : instance;
        threads = threads == null ? 1 : threads;
        commitInterval = commitInterval == null ? Duration.ofMillis(100) : commitInterval;
    }

    /** For the service, with its state below {@code data}. */
    public ProcessorConfig service(Path data) {
        ProcessorConfig defaults = ProcessorConfig.defaults(data);
        return new ProcessorConfig(
                defaults.applicationId(),
                instance,
                defaults.stateDir(),
                threads,
                commitInterval,
                defaults.tick(),
                defaults.keepForever());
    }
}
