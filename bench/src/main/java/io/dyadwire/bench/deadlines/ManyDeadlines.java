package io.dyadwire.bench.deadlines;

import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.rules.RulesException;
import io.dyadwire.alerts.rules.RulesFile;
import io.dyadwire.alerts.topology.AlertCounters;
import io.dyadwire.alerts.topology.AlertingConfig;
import io.dyadwire.alerts.topology.AlertingTopology;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineState;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.TopicSetup;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.processor.ProcessorConfig;
import io.dyadwire.processor.topology.TaggingTopology;
import io.dyadwire.runner.broker.BrokerSettings;
import io.dyadwire.runner.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.streams.KafkaStreams;

/**
 * A hundred thousand open deadlines in the processor and in alerts, on an embedded broker: how long a look at the clock
 * takes when nothing is due and when thousands are, and how long a restart without local state takes beside a plain consumer
 * that reads the same changelogs.
 *
 * <p>Arguments: deadlines (default 100000), how many are due on one day (default 5000).
 */
public final class ManyDeadlines {
    private static final Duration TICK = Duration.ofMillis(50);
    private static final int IDLE_TICKS = 1200;

    private final Map<String, Object> kafka;
    private final Path folder;
    /** The start of this day: the broker takes no record of tomorrow, and forgets the producers of records long past. */
    private final Instant midnight;

    private final LocalDate today;
    private final Instant heard;
    private final int many;
    private final int atOnce;
    private volatile Instant now;

    private ManyDeadlines(Map<String, Object> kafka, Path folder, int many, int atOnce) {
        this.kafka = kafka;
        this.folder = folder;
        this.many = many;
        this.atOnce = atOnce;
        this.midnight = InstantSource.system().instant().truncatedTo(ChronoUnit.DAYS);
        this.today = LocalDate.ofInstant(midnight, ZoneOffset.UTC);
        this.heard = midnight.minus(Duration.ofHours(2));
        this.now = heard;
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        int many = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int atOnce = args.length > 1 ? Integer.parseInt(args[1]) : 5_000;
        Path folder = Files.createTempDirectory("dyadwire-bench");
        try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(folder.resolve("broker"), 0))) {
            var kafka = Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers());
            new ManyDeadlines(kafka, folder, many, atOnce).run();
        } finally {
            delete(folder);
        }
    }

    private void run() throws Exception {
        RuleBook book = book();
        createTopics(book);
        measureAlerts(book);
        measureProcessor();
    }

    /** At midnight it is three days before the day of many. */
    private void measureAlerts(RuleBook book) throws Exception {
        var deadlines = new OpenDeadlines(many, atOnce, today.plusDays(3), heard);
        publish(Topics.DEADLINES, deadlines::deadline);
        measure(alerts(book));
        List<Alert> alerts = Whole.read(kafka, Topics.ALERTS);
        long ids = alerts.stream().map(Alert::id).distinct().count();
        Set<String> reminded = new HashSet<>();
        alerts.stream()
                .filter(alert -> alert.type() == AlertType.REMINDER)
                .forEach(alert -> reminded.add(alert.deadlines().getFirst().id()));
        tell("alerts: %,d alerts, %,d of them twice; of %,d deadlines at once %,d were reminded of"
                .formatted(alerts.size(), alerts.size() - ids, atOnce, deadlines.amongThoseAtOnce(reminded)));
    }

    /** At midnight the day of many is over. */
    private void measureProcessor() throws Exception {
        var deadlines = new OpenDeadlines(many, atOnce, today.minusDays(1), heard);
        publish(Topics.ARTICLES, deadlines::article);
        measure(processor(deadlines));
        Set<String> passed = new HashSet<>();
        for (Deadline deadline : Whole.read(kafka, Topics.DEADLINES)) {
            if (deadline.state() == DeadlineState.PASSED) {
                passed.add(deadline.id());
            }
        }
        tell("processor: of %,d deadlines at once %,d have passed"
                .formatted(atOnce, deadlines.amongThoseAtOnce(passed)));
    }

    /** Loads it, starts it anew without local state, lets it look at the clock with nothing due, then with many. */
    private void measure(Side side) throws IOException, InterruptedException {
        now = heard;
        var loading = new TickTimes(side.tick());
        try (KafkaStreams client = side.client().apply(loading, () -> now)) {
            client.start();
            awaitRunning(client);
            while (Whole.end(kafka, side.changelogs().subList(0, 1)) < many) {
                Thread.sleep(500);
            }
            awaitQuiet(side);
        }
        delete(side.state());
        double limit = Whole.seconds(kafka, side.changelogs());
        now = midnight.minus(Duration.ofHours(1));
        var ticks = new TickTimes(side.tick());
        long start = System.nanoTime();
        try (KafkaStreams client = side.client().apply(ticks, () -> now)) {
            client.start();
            awaitRunning(client);
            double restart = (System.nanoTime() - start) / 1e9;
            tell("%s: restart %.1f s without local state; a plain consumer reads the changelogs in %.1f s; ratio %.1f"
                    .formatted(side.name(), restart, limit, restart / limit));
            settle(side, ticks);
            tell(side.name() + ": nothing due: " + ticks.words());
            now = midnight.plusSeconds(1);
            ticks.forget();
            start = System.nanoTime();
            awaitQuiet(side);
            tell("%s: many due at once: %s; done within %.0f s"
                    .formatted(side.name(), ticks.words(), (System.nanoTime() - start) / 1e9));
        }
    }

    /** First what fell due before the quiet moment, then as many ticks with nothing due. */
    private void settle(Side side, TickTimes ticks) throws InterruptedException {
        awaitQuiet(side);
        ticks.forget();
        while (ticks.ticks() < IDLE_TICKS) {
            Thread.sleep(100);
        }
    }

    /** Waits until its changelogs have not grown for three seconds. */
    private void awaitQuiet(Side side) throws InterruptedException {
        long before = -1;
        long end = Whole.end(kafka, side.changelogs());
        while (end != before) {
            Thread.sleep(3000);
            before = end;
            end = Whole.end(kafka, side.changelogs());
        }
    }

    private static void awaitRunning(KafkaStreams client) throws InterruptedException {
        while (client.state() != KafkaStreams.State.RUNNING) {
            if (client.state().hasStartedOrFinishedShuttingDown()) {
                throw new IllegalStateException("the topology has stopped");
            }
            Thread.sleep(10);
        }
    }

    private Side alerts(RuleBook book) {
        Path state = folder.resolve("alerts");
        AlertingConfig config = AlertingConfig.defaults(state).withDemoTime(TICK);
        Properties settings = io.dyadwire.alerts.topology.StreamsSettings.of(config, kafka);
        return new Side(
                "alerts",
                AlertCounters.TICK,
                List.of(config.applicationId() + "-followed-deadlines-changelog"),
                state,
                (meters, clock) -> new KafkaStreams(
                        new AlertingTopology(LiveRules.of(book, clock), config, clock, new AlertCounters(meters))
                                .build(settings),
                        settings));
    }

    private Side processor(OpenDeadlines deadlines) {
        ProcessorConfig defaults = ProcessorConfig.defaults(folder.resolve("processor"));
        var config = new ProcessorConfig(
                defaults.applicationId(),
                defaults.instanceId(),
                defaults.stateDir(),
                1,
                defaults.commitInterval(),
                TICK,
                true);
        Properties settings = io.dyadwire.processor.topology.StreamsSettings.of(config, kafka);
        return new Side(
                "processor",
                TaggingTopology.TICK,
                TaggingTopology.DEADLINE_STORES.stream()
                        .map(store -> config.applicationId() + "-" + store + "-changelog")
                        .toList(),
                config.stateDir(),
                (meters, clock) -> new KafkaStreams(
                        new TaggingTopology(deadlines::tagged, clock, TICK, meters, true).build(settings), settings));
    }

    private static RuleBook book() throws RulesException {
        return RulesFile.parse("rules of the benchmark", OpenDeadlines.rules(), Path.of(""), Set.of());
    }

    private void createTopics(RuleBook book) throws InterruptedException, ExecutionException {
        List<Topic<?>> topics = new ArrayList<>(Topics.all());
        book.desks().forEach(desk -> topics.add(Topics.alertsOf(desk.id())));
        try (Admin admin = Admin.create(kafka)) {
            new TopicSetup(admin, true).ensure(topics);
        }
    }

    private <V> void publish(Topic<V> topic, IntFunction<V> make) throws InterruptedException, ExecutionException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (var producer = new KafkaProducer<>(
                kafka, topic.keySerde().serializer(), topic.valueSerde().serializer())) {
            for (int i = 0; i < many; i++) {
                sent.add(producer.send(topic.record(make.apply(i), heard)));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
    }

    @SuppressWarnings("SystemOut")
    private static void tell(String line) {
        System.out.println(line);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
