package io.dyadwire.alerts.topology;

import io.dyadwire.contract.Check;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How the alerting topology runs.
 *
 * @param applicationId the consumer group, and the beginning of the names of the state's topics
 * @param instanceId unique among the instances of one application and the same after a restart, so that the broker
 *     knows it again at once
 * @param stateDir a folder of its own, one process each
 * @param threads stream threads
 * @param commitInterval how long each of the two steps of an alert may wait for its transaction to be committed, when the
 *     news is fresh; see {@link CommitTiming}
 * @param sessionTimeout after this long without a sign, another instance takes over
 * @param remindEvery how often the clock is looked at for reminders
 * @param memory how long an article is remembered to have raised a rule; an article further behind raises none
 * @param lateness how late a deadline may still be told to have passed, after a downtime
 * @param keepDeadlines how long after its last day a deadline is remembered
 * @param keepForever true where records carry times long past, see {@code TopicSetup}
 */
public record AlertingConfig(
        String applicationId,
        String instanceId,
        Path stateDir,
        int threads,
        Duration commitInterval,
        Duration sessionTimeout,
        Duration remindEvery,
        Duration memory,
        Duration lateness,
        Duration keepDeadlines,
        boolean keepForever) {
    public AlertingConfig {
        Check.text("applicationId", applicationId);
        Check.text("instanceId", instanceId);
        Check.present("stateDir", stateDir);
        Check.atLeast("threads", threads, 1);
        atLeast("commitInterval", commitInterval, Duration.ofMillis(10));
        atLeast("sessionTimeout", sessionTimeout, Duration.ofSeconds(6));
        atLeast("remindEvery", remindEvery, Duration.ofMillis(10));
        atLeast("memory", memory, Duration.ofHours(1));
        atLeast("lateness", lateness, Duration.ZERO);
        atLeast("keepDeadlines", keepDeadlines, Duration.ofDays(1));
    }

    /** One thread; commits fresh news every 50 ms; looks at the clock every second; remembers articles for 14 days. */
    public static AlertingConfig defaults(Path stateDir) {
        return new AlertingConfig(
                "dyadwire-alerts",
                "0",
                stateDir,
                1,
                Duration.ofMillis(50),
                Duration.ofSeconds(20),
                Duration.ofSeconds(1),
                Duration.ofDays(14),
                Duration.ofDays(7),
                Duration.ofDays(30),
                false);
    }

    public AlertingConfig withInstance(String application, String instance) {
        return new AlertingConfig(
                application,
                instance,
                stateDir,
                threads,
                commitInterval,
                sessionTimeout,
                remindEvery,
                memory,
                lateness,
                keepDeadlines,
                keepForever);
    }

    /** For a clock that runs fast over times long past. */
    public AlertingConfig withDemoTime(Duration remindEvery) {
        return new AlertingConfig(
                applicationId,
                instanceId,
                stateDir,
                threads,
                commitInterval,
                sessionTimeout,
                remindEvery,
                memory,
                lateness,
                keepDeadlines,
                true);
    }

    private static void atLeast(String field, Duration value, Duration least) {
        Check.present(field, value);
        Check.that(value.compareTo(least) >= 0, field + ": " + value + " is less than " + least);
    }
}
