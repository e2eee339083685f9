package io.dyadwire.ingest;

import io.dyadwire.contract.feed.FeedHealth;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.ingest.fetch.Trouble;
import io.dyadwire.ingest.poll.FeedPoller;
import io.dyadwire.ingest.poll.Planner;
import io.dyadwire.ingest.poll.Poll;
import io.dyadwire.ingest.poll.PollPlan;
import io.dyadwire.ingest.publish.Publisher;
import io.dyadwire.ingest.publish.Publisher.StoppedException;
import io.dyadwire.ingest.schedule.ClosedHosts;
import io.dyadwire.ingest.schedule.Gate;
import io.dyadwire.ingest.schedule.OutageWatch;
import io.dyadwire.ingest.schedule.PollSchedule;
import io.dyadwire.outbound.HttpUri;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, every tick of real time, whose next poll has come by the clock given, and starts each of those on a virtual
 * thread. A feed is polled by one thread at a time, a host is asked by one thread at a time. Since only the clock is
 * asked whether a poll is due, a clock that runs thousands of times faster works as well.
 */
final class PollLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(PollLoop.class);

    private static final class Feed {
        private final FeedSource source;
        private volatile Instant due = Instant.MAX;
        private volatile boolean busy;
        private volatile FeedHealth health = FeedHealth.OK;
        private volatile String host;

        private Feed(FeedSource source) {
            this.source = source;
            this.host = host(source.url());
        }
    }

    private final IngestConfig config;
    private final FeedPoller poller;
    private final Publisher publisher;
    private final InstantSource clock;
    private final IngestMeters meters;
    private final Planner planner;
    private final Gate gate;
    private final ClosedHosts closed = new ClosedHosts();
    private final OutageWatch outage = new OutageWatch(System::nanoTime);
    private final List<Feed> feeds;
    private final ExecutorService polls = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("poll-", 0).factory());
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable String failure;

    PollLoop(IngestConfig config, FeedPoller poller, Publisher publisher, InstantSource clock, IngestMeters meters) {
        this.config = config;
        this.poller = poller;
        this.publisher = publisher;
        this.clock = clock;
        this.meters = meters;
        PollSchedule schedule = new PollSchedule(config.slowest(), config.longest());
        this.planner =
                new Planner(schedule, config.interval(), config.outbound().allow()::opens);
        this.gate = new Gate(config.concurrentPolls(), config.hostSpacing());
        this.feeds = config.feeds().stream().map(Feed::new).toList();
        meters.feeds(
                health -> feeds.stream().filter(feed -> feed.health == health).count());
        meters.outage(outage::isOn);
    }

    @Override
    public void run() {
        try {
            publisher.open();
            for (Feed feed : feeds) {
                feed.due = firstDue(feed);
            }
            LOG.atInfo().addKeyValue("feeds", feeds.size()).log("Polling");
            while (!stop.await(config.tick().toMillis(), TimeUnit.MILLISECONDS)) {
                startDue(clock.instant());
            }
        } catch (StoppedException | InterruptedException e) {
            LOG.atDebug().log("Polling ended");
        } catch (RuntimeException e) {
            failure = "the poll loop broke: " + e;
            LOG.atError().setCause(e).log("Ingest stops: the poll loop broke");
        }
    }

    /** Why the loop ended by itself. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    void stop() {
        stop.countDown();
    }

    /** Breaks off what is being fetched; true when all polls ended in time. */
    boolean awaitPolls(Duration within) throws InterruptedException {
        polls.shutdownNow();
        return polls.awaitTermination(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Instant firstDue(Feed feed) throws InterruptedException, StoppedException {
        Optional<FeedState> known = publisher.state(feed.source.feedId());
        known.ifPresent(state -> remember(feed, state));
        return planner.due(feed.source, known, config.firstPollsWithin(), clock.instant());
    }

    private void remember(Feed feed, FeedState state) {
        feed.host = host(state.url());
        feed.health = state.health();
        if (state.hostClosedUntil() != null) {
            closed.close(feed.host, state.hostClosedUntil());
        }
    }

    private static String host(URI url) {
        return HttpUri.host(url).orElse("");
    }

    private void startDue(Instant now) {
        for (Feed feed : feeds) {
            if (!feed.busy && !feed.due.isAfter(now) && !putOff(feed, now) && outage.mayAsk()) {
                feed.busy = true;
                polls.execute(() -> poll(feed));
            }
        }
    }

    /** A host that asked to be left alone is, whichever of its feeds heard it. */
    private boolean putOff(Feed feed, Instant now) {
        Instant opens = closed.opensAt(feed.host, now);
        if (opens.isAfter(now)) {
            feed.due = opens;
        }
        return opens.isAfter(now);
    }

    private void poll(Feed feed) {
        try {
            gate.pass(feed.host, () -> ask(feed));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            feed.busy = false;
        }
    }

    private void ask(Feed feed) {
        if (putOff(feed, clock.instant())) {
            return;
        }
        FeedSource source = feed.source;
        long started = System.nanoTime();
        meters.late(Duration.between(feed.due, clock.instant()));
        // Should all that follows fail, it is not tried again at once.
        feed.due = clock.instant().plus(planner.interval(source));
        try {
            FeedState before = publisher.state(source.feedId()).orElseGet(() -> planner.fresh(source, feed.due));
            Poll poll = judged(feed, fetch(source, before));
            PollPlan plan = publish(source, poll);
            feed.due = plan.state().nextPollAt();
            remember(feed, plan.state());
            meters.polled(poll, plan.ledger(), Duration.ofNanos(System.nanoTime() - started));
            tell(plan.state());
        } catch (StoppedException e) {
            LOG.atDebug().addKeyValue("feedId", source.feedId()).log("Poll broken off");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Poll fetch(FeedSource source, FeedState before) {
        try {
            return poller.poll(source, before);
        } catch (RuntimeException | StackOverflowError e) {
            return mistake(source, e);
        }
    }

    /** What nobody answers while most hosts are silent is laid at our own door. */
    private Poll judged(Feed feed, Poll poll) {
        boolean wasOn = outage.isOn();
        boolean noAnswer = poll instanceof Poll.Failed failed && failed.trouble() == Trouble.NETWORK;
        boolean isOn = outage.heard(feed.host, noAnswer);
        if (isOn != wasOn) {
            LOG.atWarn().log(isOn ? "Most hosts do not answer: our own network seems down" : "The network is back");
        }
        return isOn && poll instanceof Poll.Failed failed && noAnswer
                ? new Poll.Failed(failed.at(), Trouble.OUTAGE, "our own network seems down: " + failed.reason())
                : poll;
    }

    /** One feed whose items we cannot handle is a failed poll of that feed, and no more. */
    private PollPlan publish(FeedSource source, Poll poll) throws InterruptedException, StoppedException {
        try {
            return commit(source, poll);
        } catch (RuntimeException | StackOverflowError e) {
            return commit(source, mistake(source, e));
        }
    }

    private PollPlan commit(FeedSource source, Poll poll) throws InterruptedException, StoppedException {
        return publisher.publish(book -> {
            FeedState before = book.state(source.feedId()).orElseGet(() -> planner.fresh(source, poll.at()));
            return planner.plan(source, before, book, poll);
        });
    }

    private Poll mistake(FeedSource source, Throwable e) {
        meters.mistake();
        LOG.atError().addKeyValue("feedId", source.feedId()).setCause(e).log("A feed made us stumble");
        return new Poll.Failed(clock.instant(), Trouble.MISTAKE, "a mistake of ours: " + e);
    }

    /** The first failure, and then ever more seldom. */
    private static void tell(FeedState state) {
        int errors = state.consecutiveErrors();
        if (errors > 0 && Integer.bitCount(errors) == 1) {
            LOG.atInfo()
                    .addKeyValue("feedId", state.feedId())
                    .addKeyValue("errors", errors)
                    .addKeyValue("nextPollAt", state.nextPollAt())
                    .log("Feed failed: {}", state.lastError());
        }
    }
}
