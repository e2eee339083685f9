package io.dyadwire.runner.demo;

import io.dyadwire.alerts.AlertsConfig;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.rules.RulesException;
import io.dyadwire.alerts.rules.RulesFile;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.ingest.IngestConfig;
import io.dyadwire.ingest.opml.OpmlFile;
import io.dyadwire.outbound.AllowList;
import io.dyadwire.outbound.OutboundConfig;
import io.dyadwire.processor.ProcessorConfig;
import io.dyadwire.processor.topic.TopicBook;
import io.dyadwire.runner.service.Service;
import io.dyadwire.runner.up.ServiceFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The services of {@code up} on the bundled newsroom and the demo's clock.
 *
 * @param folder of the local state, empty at the start
 * @param bootstrap the Kafka to use
 * @param httpPort where deadlines and the calendar are served; 0 takes a free one
 */
record Demo(Path folder, String bootstrap, int httpPort, DemoClock clock, Newsroom newsroom, MeterRegistry meters) {
    /** How often each feed is polled, and reminders are looked at, in real time. */
    private static final Duration REAL_INTERVAL = Duration.ofMillis(400);

    private static final Duration REAL_TICK = Duration.ofMillis(100);
    private static final String USER_AGENT = "Dyadwire/0.1 (demo)";

    /** Alerts first, so that nobody misses what the others bring. */
    List<Service> services(boolean colour, Consumer<String> console, Consumer<String> tell) {
        var factory = new ServiceFactory(Map.of("bootstrap.servers", bootstrap), clock, meters);
        OutboundConfig outbound = OutboundConfig.defaults(USER_AGENT)
                .withAllow(AllowList.of("127.0.0.1:" + newsroom.site().getPort()));
        return List.of(
                factory.alerts(alerts(outbound, colour), rules(), null, console, tell),
                factory.processor(processor()),
                factory.ingest(ingest(outbound)));
    }

    static RuleBook rules() {
        try {
            return RulesFile.parse(
                    DemoRules.NAME,
                    DemoRules.yaml(),
                    Path.of(""),
                    TopicBook.bundled().slugs());
        } catch (RulesException e) {
            throw new IllegalStateException("the demo's own rules are wrong: " + e.problems(), e);
        }
    }

    List<FeedSource> feeds() {
        return OpmlFile.read("the newsroom's feeds", newsroom.opml().getBytes(StandardCharsets.UTF_8))
                .feeds();
    }

    private IngestConfig ingest(OutboundConfig outbound) {
        IngestConfig defaults = IngestConfig.defaults(feeds(), outbound);
        Duration interval = clock.toDemo(REAL_INTERVAL);
        Duration shortest = Duration.ofMinutes(1);
        Duration every = interval.compareTo(shortest) < 0 ? shortest : interval;
        return new IngestConfig(
                feeds(),
                null,
                outbound,
                defaults.group(),
                defaults.instance(),
                defaults.sessionTimeout(),
                every,
                every,
                Duration.ofDays(1),
                Duration.ZERO,
                Duration.ofMillis(20),
                defaults.concurrentPolls(),
                Duration.ZERO,
                null,
                true);
    }

    private ProcessorConfig processor() {
        ProcessorConfig defaults = ProcessorConfig.defaults(folder);
        return new ProcessorConfig(
                defaults.applicationId(),
                defaults.instanceId(),
                defaults.stateDir(),
                defaults.threads(),
                defaults.commitInterval(),
                REAL_TICK,
                true);
    }

    private AlertsConfig alerts(OutboundConfig outbound, boolean colour) {
        AlertsConfig defaults = AlertsConfig.defaults(folder.resolve("alerts"), USER_AGENT);
        return new AlertsConfig(
                defaults.alerting().withDemoTime(REAL_TICK),
                defaults.delivery(),
                outbound,
                defaults.mail(),
                defaults.http().withPort(httpPort),
                colour,
                defaults.closeWithin());
    }
}
