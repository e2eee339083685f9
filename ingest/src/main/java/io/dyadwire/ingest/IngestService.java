package io.dyadwire.ingest;

import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.ingest.fetch.FeedFetcher;
import io.dyadwire.ingest.fulltext.PageReader;
import io.dyadwire.ingest.poll.FeedPoller;
import io.dyadwire.ingest.publish.Connections;
import io.dyadwire.ingest.publish.ShardGroup;
import io.dyadwire.ingest.robots.RobotsTxt;
import io.dyadwire.ingest.schedule.Gate;
import io.dyadwire.ingest.source.FeedListFile;
import io.dyadwire.ingest.websub.CallbackServer;
import io.dyadwire.ingest.websub.Subscriber;
import io.dyadwire.ingest.websub.WebSubConfig;
import io.dyadwire.outbound.OutboundClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls feeds and publishes each item once a version. Front door of this module.
 *
 * <p>It starts without Kafka too: it then waits, says so, and creates the topics that are missing. What was published
 * and promised before a restart is read from {@code news.feeds} and holds. Instances of one group divide the feeds.
 */
public final class IngestService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    private static final Duration RETRY_EVERY = Duration.ofSeconds(2);

    private final OutboundClient client;
    private final ShardGroup group;
    private final PollLoop loop;
    private final @Nullable WebSubConfig webSub;
    private final Subscriber subscriber;
    private final CallbackServer callbacks;
    private final List<Thread> threads;

    /**
     * @param kafka client settings, {@code bootstrap.servers} at least
     * @param clock tells when feeds are due and when articles were fetched
     */
    public IngestService(IngestConfig config, Map<String, Object> kafka, InstantSource clock, MeterRegistry meters) {
        this(
                config,
                Connections.to(kafka, config.group(), config.instance(), config.sessionTimeout(), config.keepForever()),
                RETRY_EVERY,
                clock,
                meters);
    }

    IngestService(
            IngestConfig config,
            Connections connections,
            Duration retryEvery,
            InstantSource clock,
            MeterRegistry meters) {
        this.client = new OutboundClient(config.outbound());
        FeedPoller poller = new FeedPoller(new FeedFetcher(client, clock), clock);
        RobotsTxt robots = new RobotsTxt(client, config.outbound().userAgent(), clock);
        PageReader reader = new PageReader(client, robots);
        IngestMeters counts = new IngestMeters(meters);
        Gate gate = new Gate(config.concurrentPolls(), config.hostSpacing());
        this.webSub = config.webSub();
        this.subscriber = new Subscriber(webSub, client, gate, clock);
        this.loop = new PollLoop(config, poller, reader, gate, subscriber, clock, counts);
        this.callbacks = new CallbackServer(subscriber, loop::pinged, counts::ping);
        counts.subscriptions(subscriber::active);
        this.group = new ShardGroup(connections, loop, config.feeds(), changes(config), clock, retryEvery);
        this.threads = List.of(
                Thread.ofPlatform().name("ingest").unstarted(loop),
                Thread.ofPlatform().name("ingest-group").unstarted(group));
    }

    private static Supplier<Optional<List<FeedSource>>> changes(IngestConfig config) {
        return config.feedsFile() == null ? Optional::empty : new FeedListFile(config.feedsFile())::changed;
    }

    /**
     * Returns at once; {@link #problems()} tells when it is ready.
     *
     * @throws IllegalStateException when it cannot listen for hubs
     */
    public void start() {
        if (webSub != null) {
            int port = callbacks.start(webSub.host(), webSub.port());
            LOG.atInfo()
                    .addKeyValue("callback", webSub.callback())
                    .addKeyValue("port", port)
                    .log("Hubs may call");
        }
        threads.forEach(Thread::start);
    }

    /** Why it is not ready, in words; empty when it is. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        loop.failure().ifPresent(problem -> problems.add("ingest: " + problem));
        group.problem().ifPresent(problem -> problems.add("ingest: " + problem));
        return problems;
    }

    /** False once it has stopped for good and only a restart helps. */
    public boolean alive() {
        return group.fatal().isEmpty()
                && loop.failure().isEmpty()
                && threads.stream().noneMatch(thread -> thread.getState() == Thread.State.TERMINATED);
    }

    /** Lets the polls that are being committed end; the others are forgotten and done again after the next start. */
    @Override
    public void close() {
        callbacks.close();
        loop.stop();
        group.close();
        try {
            boolean ended = true;
            for (Thread thread : threads) {
                ended &= thread.getState() == Thread.State.NEW || thread.join(CLOSE_WITHIN);
            }
            if (!loop.awaitPolls(CLOSE_WITHIN) || !ended) {
                LOG.atWarn().addKeyValue("waited", CLOSE_WITHIN).log("Polls did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        subscriber.close();
        client.close();
    }
}
