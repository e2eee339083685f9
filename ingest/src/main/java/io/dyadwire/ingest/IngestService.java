package io.dyadwire.ingest;

import io.dyadwire.ingest.fetch.FeedFetcher;
import io.dyadwire.ingest.poll.FeedPoller;
import io.dyadwire.ingest.publish.Publisher;
import io.dyadwire.ingest.publish.Publishers;
import io.dyadwire.outbound.OutboundClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls feeds and publishes each item once a version. Front door of this module.
 *
 * <p>It starts without Kafka too: it then waits, says so, and creates the topics that are missing. What was published
 * and promised before a restart is read from {@code news.feeds} and holds.
 */
public final class IngestService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final OutboundClient client;
    private final Publisher publisher;
    private final PollLoop loop;
    private final Thread thread;

    /**
     * @param kafka client settings, {@code bootstrap.servers} at least
     * @param clock tells when feeds are due and when articles were fetched
     */
    public IngestService(IngestConfig config, Map<String, Object> kafka, InstantSource clock, MeterRegistry meters) {
        this(config, Publishers.onKafka(kafka, config.transactionalId(), config.keepForever()), clock, meters);
    }

    IngestService(IngestConfig config, Publisher publisher, InstantSource clock, MeterRegistry meters) {
        this.client = new OutboundClient(config.outbound());
        this.publisher = publisher;
        FeedPoller poller = new FeedPoller(new FeedFetcher(client, clock), clock);
        this.loop = new PollLoop(config, poller, publisher, clock, new IngestMeters(meters));
        this.thread = Thread.ofPlatform().name("ingest").unstarted(loop);
    }

    /** Returns at once; {@link #problems()} tells when it is ready. */
    public void start() {
        thread.start();
    }

    /** Why it is not ready, in words; empty when it is. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        loop.failure().ifPresent(problem -> problems.add("ingest: " + problem));
        publisher.problem().ifPresent(problem -> problems.add("ingest: " + problem));
        return problems;
    }

    /** False once it has stopped for good and only a restart helps. */
    public boolean alive() {
        boolean started = thread.getState() != Thread.State.NEW;
        return publisher.fatal().isEmpty() && loop.failure().isEmpty() && (!started || thread.isAlive());
    }

    /** Lets the poll that is being committed end; the others are forgotten and done again after the next start. */
    @Override
    public void close() {
        loop.stop();
        publisher.close();
        try {
            if (!loop.awaitPolls(CLOSE_WITHIN) || !thread.join(CLOSE_WITHIN)) {
                LOG.atWarn().addKeyValue("waited", CLOSE_WITHIN).log("Polls did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }
}
