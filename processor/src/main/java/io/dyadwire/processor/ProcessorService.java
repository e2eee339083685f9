package io.dyadwire.processor;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.topic.ClusterWait;
import io.dyadwire.contract.topic.TopicSetup;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.processor.topology.StreamsSettings;
import io.dyadwire.processor.topology.TaggingTopology;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the tagging topology: articles in, tags out. Front door of this module. */
public final class ProcessorService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessorService.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(20);

    private final ProcessorConfig config;
    private final Map<String, Object> kafka;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;
    private final Thread starter =
            Thread.ofPlatform().daemon().name("processor-start").unstarted(this::startUp);
    private volatile @Nullable String failure;

    /**
     * A service that is not started yet.
     *
     * @param kafka client settings, {@code bootstrap.servers} at least
     * @param tagger pure and thread-safe
     * @param clock read only to see which deadlines have passed
     */
    public ProcessorService(
            ProcessorConfig config,
            Map<String, Object> kafka,
            Function<Article, TaggedArticle> tagger,
            InstantSource clock,
            MeterRegistry meters) {
        this.config = config;
        this.kafka = Map.copyOf(kafka);
        Properties settings = StreamsSettings.of(config, kafka);
        var topology = new TaggingTopology(tagger, clock, config.tick(), meters, config.keepForever());
        this.streams = new KafkaStreams(topology.build(settings), settings);
        this.metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(meters);
        streams.setUncaughtExceptionHandler(cause -> {
            failure = "processor: the topology has stopped: " + cause.getMessage();
            LOG.atError().setCause(cause).log("The tagging topology has stopped");
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    }

    /** Waits for Kafka, creates missing topics, then starts; returns at once. {@link #problems()} tells how far it is. */
    public void start() {
        starter.start();
    }

    /** Why it is not ready, in words; empty when it is. */
    public List<String> problems() {
        String why = failure;
        if (why != null) {
            return List.of(why);
        }
        return switch (streams.state()) {
            case RUNNING -> List.of();
            case CREATED -> List.of("processor: waiting for Kafka");
            case REBALANCING -> List.of("processor: the topology is taking its partitions");
            case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR ->
                List.of("processor: the topology is " + streams.state());
        };
    }

    /** False once it has stopped for good and only a restart helps. */
    public boolean alive() {
        return failure == null
                && switch (streams.state()) {
                    case CREATED, REBALANCING, RUNNING -> true;
                    case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> false;
                };
    }

    /** Finishes what is in hand and stops; keeps its place in the group, so that a restart is quick. */
    @Override
    public void close() {
        starter.interrupt();
        if (!streams.close(CLOSE_WITHIN)) {
            LOG.atWarn().addKeyValue("waited", CLOSE_WITHIN).log("The processor did not stop in time");
        }
        metrics.close();
    }

    private void startUp() {
        try {
            ClusterWait.until(kafka, this::createTopics);
            streams.start();
        } catch (InterruptedException e) {
            LOG.atDebug().log("told to stop while starting");
        } catch (ExecutionException | RuntimeException e) {
            Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            failure = "processor: cannot start: " + cause.getMessage();
            LOG.atError().setCause(cause).log("The processor cannot start");
        }
    }

    private void createTopics(Admin admin) throws InterruptedException, ExecutionException {
        List<String> created = new TopicSetup(admin, config.keepForever()).ensure(Topics.all());
        LOG.atInfo().addKeyValue("created", created).log("Topics are there");
    }
}
