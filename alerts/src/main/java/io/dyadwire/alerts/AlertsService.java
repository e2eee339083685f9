package io.dyadwire.alerts;

import io.dyadwire.alerts.backtest.Backtests;
import io.dyadwire.alerts.backtest.KeptNews;
import io.dyadwire.alerts.http.Api;
import io.dyadwire.alerts.http.ApiServer;
import io.dyadwire.alerts.live.FollowedStore;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.live.RuleReader;
import io.dyadwire.alerts.live.RuleStore;
import io.dyadwire.alerts.live.RuleTopic;
import io.dyadwire.alerts.live.RuleWriter;
import io.dyadwire.alerts.notify.ChannelThread;
import io.dyadwire.alerts.notify.ConsumerSettings;
import io.dyadwire.alerts.notify.ProducerSettings;
import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.alerts.rules.DeskFile;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.rules.RuleChanges;
import io.dyadwire.alerts.rules.RulesException;
import io.dyadwire.alerts.told.ActionTopic;
import io.dyadwire.alerts.told.AlertReader;
import io.dyadwire.alerts.told.AlertView;
import io.dyadwire.alerts.told.KafkaBacklog;
import io.dyadwire.alerts.told.TopicSearch;
import io.dyadwire.alerts.topology.AlertCounters;
import io.dyadwire.alerts.topology.AlertingTopology;
import io.dyadwire.alerts.topology.StreamsSettings;
import io.dyadwire.alerts.view.DeadlineReader;
import io.dyadwire.alerts.view.DeadlineView;
import io.dyadwire.alerts.view.PairReader;
import io.dyadwire.alerts.view.PairView;
import io.dyadwire.contract.topic.ClusterWait;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.TopicSetup;
import io.dyadwire.contract.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tagged articles and deadlines to alerts, and alerts to people: the topology, the console and the channels of one
 * process, and the API over HTTP. It waits for the broker, creates the topics that are missing, brings the rules up to
 * what the file says and reads them all, then runs until closed. Later changes of the rules count as they come.
 */
public final class AlertsService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertsService.class);

    /** Who changed a rule that a start took over from the file. */
    private static final String STARTER = "rules file";

    private static final Duration READ_WITHIN = Duration.ofMinutes(2);

    private final AlertsConfig config;
    private final RuleBook book;
    private final @Nullable DeskFile file;
    private final LiveRules rules;
    private final Map<String, Object> kafka;
    private final RuleTopic ruleTopic;
    private final InstantSource clock;
    private final MeterRegistry registry;
    private final Channels channels;
    private final AlertView told = new AlertView();
    private final PairView pairs = new PairView();
    private final ApiServer server;
    private final Thread starter;
    private final List<ChannelThread> running = new ArrayList<>();
    private volatile @Nullable String starting = "alerts: not started";
    private volatile @Nullable String failure;
    private volatile @Nullable DeadlineView view;
    private volatile @Nullable RuleStore store;
    private volatile @Nullable ActionTopic actions;
    private volatile @Nullable KafkaBacklog backlog;
    private volatile @Nullable TopicSearch history;
    private volatile @Nullable Backtests backtests;
    private volatile @Nullable KafkaStreams streams;
    private volatile @Nullable KafkaStreamsMetrics metrics;
    private volatile boolean closed;

    /**
     * A service for these rules; nothing is started.
     *
     * @param file whose desks are taken when they change; null when they are to stay as they are
     * @param kafka where the cluster is and how to log on to it: settings of Kafka clients
     * @param console takes each line of each alert; null when nothing is to be printed
     * @throws IllegalArgumentException when a desk's channel cannot work as it is set up
     */
    public AlertsService(
            AlertsConfig config,
            RuleBook book,
            @Nullable DeskFile file,
            Map<String, Object> kafka,
            InstantSource clock,
            MeterRegistry registry,
            @Nullable Consumer<String> console) {
        this.config = config;
        this.book = book;
        this.file = file;
        this.rules = new LiveRules(book, clock);
        this.kafka = Map.copyOf(kafka);
        this.ruleTopic = new RuleTopic(this.kafka, clientId("rules"));
        this.clock = clock;
        this.registry = registry;
        this.channels = new Channels(config, book, this.kafka, clock, registry, console);
        this.server = new Api(
                        rules,
                        () -> store,
                        () -> view,
                        told,
                        () -> actions,
                        () -> backlog,
                        () -> history,
                        channels::deliveries,
                        () -> backtests,
                        pairs,
                        this::problems,
                        clock)
                .server(config.http());
        this.starter = Thread.ofPlatform().daemon().name("alerts-start").unstarted(this::startUp);
    }

    /**
     * Starts and returns at once; {@link #problems} tells how far it is.
     *
     * @throws IllegalStateException when it cannot listen where deadlines are to be served
     */
    public void start() {
        server.start();
        starting = "alerts: waiting for Kafka";
        starter.start();
    }

    /** Where the API is, for a program on this machine; once it was started. */
    public URI address() {
        return server.address();
    }

    /** What keeps it from working, in words; empty when it is ready. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        Stream.of(failure, starting).filter(Objects::nonNull).limit(1).forEach(problems::add);
        KafkaStreams client = streams;
        if (problems.isEmpty() && client != null && client.state() != KafkaStreams.State.RUNNING) {
            problems.add("alerts: the topology is " + client.state());
        }
        DeadlineView known = view;
        if (problems.isEmpty() && known != null && !known.isComplete()) {
            problems.add("alerts: still reading the deadlines");
        }
        if (problems.isEmpty() && known != null && !told.isComplete()) {
            problems.add("alerts: still reading what was told");
        }
        channelFailures().forEach(problems::add);
        return problems;
    }

    /** False when it cannot go on and the process must be restarted. */
    public boolean alive() {
        KafkaStreams client = streams;
        boolean ended = client != null && client.state().hasStartedOrFinishedShuttingDown() && !closed;
        return failure == null && !ended && channelFailures().findAny().isEmpty();
    }

    private void startUp() {
        try {
            ClusterWait.until(kafka, this::createTopics);
            applyFile();
            followRules();
            startTopology();
            startChannels();
            starting = null;
        } catch (InterruptedException e) {
            LOG.atDebug().log("told to stop while starting");
        } catch (ExecutionException | TimeoutException | RulesException | RuntimeException e) {
            Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            failure = "alerts: cannot start: " + cause.getMessage();
            LOG.atError().setCause(cause).log("alerts cannot start");
        }
    }

    private void createTopics(Admin admin) throws InterruptedException, ExecutionException {
        List<String> created = new TopicSetup(admin, config.alerting().keepForever()).ensure(topics(book));
        LOG.atInfo().addKeyValue("created", created).log("topics are there");
        channels.beginAtTheEnd(admin);
    }

    private static List<Topic<?>> topics(RuleBook book) {
        List<Topic<?>> topics = new ArrayList<>(List.of(
                Topics.TAGGED,
                Topics.PAIR_ACTIVITY,
                Topics.DEADLINES,
                Topics.RULES,
                Topics.ALERTS,
                Topics.DECISIONS,
                Topics.DESK_ACTIONS,
                Topics.DELIVERIES,
                Topics.CHANNELS,
                Topics.DEAD_LETTERS));
        book.desks().stream().map(Desk::id).map(Topics::alertsOf).forEach(topics::add);
        return topics;
    }

    private void applyFile() throws InterruptedException, RulesException {
        RuleWriter.Edit done = ruleTopic
                .writer()
                .write(
                        there -> RuleWriter.Edit.of(
                                        RuleChanges.between(RuleTopic.rules(there), book, STARTER, clock.instant()))
                                .and(RuleWriter.Edit.ofEndedSilences(there, clock.instant())),
                        clock.instant());
        LOG.atInfo()
                .addKeyValue("rules", book.rules().size())
                .addKeyValue("changed", done.put().size())
                .addKeyValue("gone", done.remove().size())
                .log("the rules file is on the topic");
    }

    private void followRules() throws InterruptedException, ExecutionException, TimeoutException {
        RuleReader reader = new RuleReader(ruleTopic.reader(), rules);
        CompletableFuture<Void> all = reader.caughtUp();
        ChannelThread thread = new ChannelThread(reader);
        synchronized (running) {
            if (closed) {
                thread.close();
                return;
            }
            running.add(thread);
            thread.start();
        }
        all.get(READ_WITHIN.toSeconds(), TimeUnit.SECONDS);
        view = new DeadlineView(rules, clock);
        store = new FollowedStore(new RuleTopic(hasty(), clientId("api")), reader, rules);
        LOG.atInfo()
                .addKeyValue("rules", rules.rules().size())
                .addKeyValue("ofNoDesk", rules.ofNoDesk().size())
                .log("rules are followed");
    }

    /** For somebody who waits for an answer: better told soon that Kafka is not there. */
    private Map<String, Object> hasty() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("max.block.ms", "10000");
        settings.put("request.timeout.ms", "8000");
        settings.put("delivery.timeout.ms", "10000");
        settings.put("default.api.timeout.ms", "10000");
        return settings;
    }

    private String clientId(String part) {
        return config.alerting().applicationId() + "-" + part;
    }

    private void startTopology() {
        Properties settings = StreamsSettings.of(config.alerting(), kafka);
        var topology = new AlertingTopology(rules, config.alerting(), clock, new AlertCounters(registry));
        KafkaStreams client = new KafkaStreams(topology.build(settings), settings);
        client.setUncaughtExceptionHandler(cause -> {
            failure = "alerts: the topology has stopped: " + cause.getMessage();
            LOG.atError().setCause(cause).log("alerting topology has stopped");
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        metrics = new KafkaStreamsMetrics(client);
        metrics.bindTo(registry);
        streams = client;
        client.start();
    }

    private void startChannels() {
        synchronized (running) {
            if (!closed) {
                actions = actionTopic();
                backlog = new KafkaBacklog(consumer("backlog"));
                history = new TopicSearch(consumer("search"));
                backtests = new Backtests(since -> KeptNews.open(kafka, clientId("backtest"), since));
                List<ChannelThread> threads = new ArrayList<>(channels.open());
                threads.add(new ChannelThread(deadlineReader()));
                threads.add(new ChannelThread(alertReader()));
                threads.add(new ChannelThread(new PairReader(consumer("pairs"), pairs)));
                if (file != null) {
                    threads.add(new ChannelThread(new DeskWatch(file, rules::desks, this::takeDesks, registry)));
                }
                run(threads);
            }
        }
    }

    private void run(List<ChannelThread> threads) {
        running.addAll(threads);
        threads.forEach(ChannelThread::start);
    }

    /** The topic of a desk is there before its rules count, and its channels begin before its first alert. */
    private void takeDesks(RuleBook changed) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(kafka)) {
            new TopicSetup(admin, config.alerting().keepForever()).ensure(topics(changed));
            List<ChannelThread> threads = channels.serve(changed, admin);
            rules.take(changed);
            synchronized (running) {
                if (closed) {
                    threads.forEach(ChannelThread::close);
                } else {
                    run(threads);
                }
            }
        }
    }

    private DeadlineReader deadlineReader() {
        return new DeadlineReader(consumer("deadlines"), Objects.requireNonNull(view));
    }

    private AlertReader alertReader() {
        return new AlertReader(
                consumer("told"),
                () -> rules.desks().desks().stream().map(Desk::id).toList(),
                told);
    }

    private KafkaConsumer<String, byte[]> consumer(String part) {
        return new KafkaConsumer<>(
                ConsumerSettings.ungrouped(kafka, clientId(part)),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private ActionTopic actionTopic() {
        return new ActionTopic(new KafkaProducer<>(
                ProducerSettings.of(hasty(), clientId("actions")),
                Topics.DESK_ACTIONS.keySerde().serializer(),
                Topics.DESK_ACTIONS.valueSerde().serializer()));
    }

    private Stream<String> channelFailures() {
        synchronized (running) {
            return running.stream().map(ChannelThread::failure).filter(Objects::nonNull).toList().stream();
        }
    }

    /** Stops the topology, then the channels. Safe to call at any time, and again. */
    @Override
    public void close() {
        closed = true;
        server.close();
        stopStarting();
        KafkaStreams client = streams;
        if (client != null) {
            // The group keeps our place under the static id, so that a restart takes over at once.
            client.close(CloseOptions.timeout(config.closeWithin()));
        }
        KafkaStreamsMetrics bound = metrics;
        if (bound != null) {
            bound.close();
        }
        synchronized (running) {
            running.forEach(ChannelThread::close);
            running.clear();
        }
        closeApi();
        channels.close();
    }

    private void closeApi() {
        ActionTopic written = actions;
        if (written != null) {
            written.close();
        }
        KafkaBacklog past = backlog;
        if (past != null) {
            past.close();
        }
        Backtests tests = backtests;
        if (tests != null) {
            tests.close();
        }
        TopicSearch search = history;
        if (search != null) {
            search.close();
        }
    }

    private void stopStarting() {
        starter.interrupt();
        try {
            starter.join(config.closeWithin());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
