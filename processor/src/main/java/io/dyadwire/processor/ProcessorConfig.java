package io.dyadwire.processor;

import io.dyadwire.contract.Check;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Settings of the processor.
 *
 * @param applicationId the Streams application, also the prefix of its internal topics and its consumer group
 * @param instanceId names this instance for ever, so that a restart takes its tasks back at once (4 to 6 s instead of 45)
 * @param stateDir folder of the local stores; one process a folder
 * @param threads stream threads, 1 to 64
 * @param commitInterval the least delay that a read_committed reader sees
 * @param tick how often deadlines are looked at for having passed, in real time
 * @param keepForever whether records carry times long past (the demo, a replay), so that nothing may expire by age
 */
public record ProcessorConfig(
        String applicationId,
        String instanceId,
        Path stateDir,
        int threads,
        Duration commitInterval,
        Duration tick,
        boolean keepForever) {
    public ProcessorConfig {
        Check.text("processor.applicationId", applicationId);
        Check.text("processor.instanceId", instanceId);
        Check.present("processor.stateDir", stateDir);
        Check.that(threads >= 1 && threads <= 64, "processor.threads: " + threads + " is not between 1 and 64");
        Check.that(
                commitInterval.toMillis() >= 10 && commitInterval.toSeconds() <= 10,
                "processor.commitInterval: " + commitInterval + " is not between PT0.01S and PT10S");
        Check.that(
                tick.toMillis() >= 10 && tick.toMinutes() <= 10,
                "processor.tick: " + tick + " is not between PT0.01S and PT10M");
    }

    /** One instance with its state below {@code dataDir}. */
    public static ProcessorConfig defaults(Path dataDir) {
        return new ProcessorConfig(
                "dyadwire-processor",
                "processor-0",
                dataDir.resolve("processor"),
                1,
                Duration.ofMillis(100),
                Duration.ofSeconds(10),
                false);
    }
}
