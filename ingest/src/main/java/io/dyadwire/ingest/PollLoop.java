package io.dyadwire.ingest;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.ingest.PollQueue.Feed;
import io.dyadwire.ingest.fulltext.ArticlePages;
import io.dyadwire.ingest.fulltext.PageReader;
import io.dyadwire.ingest.page.Page;
import io.dyadwire.ingest.poll.FeedPoller;
import io.dyadwire.ingest.poll.Planner;
import io.dyadwire.ingest.poll.Poll;
import io.dyadwire.ingest.poll.PollPlan;
import io.dyadwire.ingest.publish.Shard;
import io.dyadwire.ingest.publish.StoppedException;
import io.dyadwire.ingest.publish.Wanted;
import io.dyadwire.ingest.schedule.Gate;
import io.dyadwire.ingest.schedule.PollSchedule;
import io.dyadwire.ingest.state.FeedBook;
import io.dyadwire.ingest.websub.Subscriber;
import io.dyadwire.outbound.HttpUri;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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
final class PollLoop implements Runnable, Wanted {
    private static final Logger LOG = LoggerFactory.getLogger(PollLoop.class);

    /** So much later, at most, is news told for the sake of its full text. */
    private static final Duration PAGES_WITHIN = Duration.ofSeconds(30);

    /** A clock that is put right by less does not matter. */
    private static final Duration STEP = Duration.ofMinutes(1);

    private final IngestConfig config;
    private final InstantSource clock;
    private final IngestMeters meters;
    private final Planner planner;
    private final ArticlePages pages;
    private final FeedVisits visits;
    private final ConcurrentMap<String, Feed> feeds = new ConcurrentHashMap<>();
    private final PollQueue queue = new PollQueue();
    private final Subscriber subscriber;
    private final ExecutorService polls = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("poll-", 0).factory());
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable String failure;

    /** What the clock showed last; touched by {@link #run} only. */
    private Instant lastShown = Instant.EPOCH;

    /** By how much the clock was set back since we began. */
    private volatile Duration setBack = Duration.ZERO;

    /**
     * @param gate through which every request goes
     * @param subscriber to the hubs that feeds name
     */
    PollLoop(
            IngestConfig config,
            FeedPoller poller,
            PageReader reader,
            Gate gate,
            Subscriber subscriber,
            InstantSource clock,
            IngestMeters meters) {
        this.config = config;
        this.clock = clock;
        this.meters = meters;
        PollSchedule schedule = new PollSchedule(config.slowest(), config.longest());
        this.planner =
                new Planner(schedule, config.interval(), config.outbound().allow()::opens);
        this.subscriber = subscriber;
        this.visits = new FeedVisits(poller, gate, planner, clock, meters);
        this.pages = new ArticlePages(reader, gate, PAGES_WITHIN, meters::page);
        meters.feeds(health ->
                feeds.values().stream().filter(feed -> feed.health == health).count());
        meters.outage(visits::isOutage);
    }

    @Override
    public void run() {
        try {
            while (!stop.await(config.tick().toMillis(), TimeUnit.MILLISECONDS)) {
                Instant now = clock.instant();
                followClock(now);
                queue.hurry(feeds::get, now);
                startDue(now);
                subscriber.askDue(now);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = "the poll loop broke: " + e;
            LOG.atError().setCause(e).log("Ingest stops: the poll loop broke");
        }
    }

    /** Why the loop ended by itself. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** A hub says that this feed has news: it is polled as soon as manners allow. */
    void pinged(String feedId) {
        queue.ping(feedId);
    }

    void stop() {
        stop.countDown();
    }

    /** Breaks off what is being fetched; true when all polls ended in time. */
    boolean awaitPolls(Duration within) throws InterruptedException {
        polls.shutdownNow();
        return polls.awaitTermination(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void wanted(Shard shard, FeedSource source, Optional<FeedState> state) {
        Instant due = planner.due(source, state, config.firstPollsWithin(), clock.instant());
        Feed feed = new Feed(shard, source, due);
        state.ifPresent(known -> remember(feed, known));
        Feed before = feeds.put(source.feedId(), feed);
        if (before != null) {
            before.gone = true;
        }
        queue.add(feed);
        state.ifPresent(known -> subscribe(feed, known));
    }

    @Override
    public void unwanted(String feedId) {
        Feed feed = feeds.remove(feedId);
        if (feed != null) {
            feed.gone = true;
        }
        subscriber.left(feedId);
    }

    @Override
    public void dropped(Shard shard) {
        feeds.values().removeIf(feed -> {
            boolean ours = feed.shard != shard;
            if (!ours) {
                feed.gone = true;
                subscriber.forgot(feed.source.feedId());
            }
            return !ours;
        });
    }

    private void subscribe(Feed feed, FeedState state) {
        subscriber.heard(state);
        if (feed.gone) {
            // It was taken away meanwhile, and whoever did that could not know of this.
            subscriber.forgot(state.feedId());
        }
    }

    private void remember(Feed feed, FeedState state) {
        feed.host = HttpUri.host(state.url()).orElse("");
        feed.health = state.health();
        feed.earliest = PollSchedule.earliest(state);
        if (state.hostClosedUntil() != null) {
            visits.close(feed.host, state.hostClosedUntil());
        }
    }

    /** A clock that was ahead takes what was promised by it along, else every feed waits for it to come there again. */
    private void followClock(Instant now) {
        Duration back = Duration.between(now, lastShown);
        lastShown = now;
        if (back.compareTo(STEP) < 0) {
            return;
        }
        LOG.atWarn().addKeyValue("by", back).log("The clock was set back; polls follow it");
        setBack = setBack.plus(back);
        visits.setBack(back);
        queue.setBack(back);
        subscriber.setBack(back);
    }

    private void startDue(Instant now) {
        for (Optional<Feed> next = queue.next(now); next.isPresent(); next = queue.next(now)) {
            Feed feed = next.get();
            if (feed.gone) {
                continue;
            }
            if (visits.putOff(feed, feed.host, now)) {
                queue.add(feed);
            } else if (visits.mayBegin()) {
                polls.execute(() -> poll(feed));
            } else {
                queue.add(feed);
                return;
            }
        }
    }

    private void poll(Feed feed) {
        FeedSource source = feed.source;
        Duration setBackBefore = setBack;
        try {
            FeedState before = feed.shard.state(source.feedId()).orElseGet(() -> planner.fresh(source, feed.due));
            settle(feed, before, visits.ask(feed, before));
        } catch (FeedVisits.PutOffException e) {
            LOG.atDebug().addKeyValue("feedId", source.feedId()).log("Poll put off: its host wants to be left alone");
        } catch (StoppedException | FeedVisits.GoneException e) {
            LOG.atDebug().addKeyValue("feedId", source.feedId()).log("Poll broken off");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!feed.gone) {
                feed.due = feed.due.minus(setBack.minus(setBackBefore));
                queue.add(feed);
            }
        }
    }

    /** After the host's turn, since the pages take turns of their own. */
    private void settle(Feed feed, FeedState before, FeedVisits.Asked asked)
            throws InterruptedException, StoppedException {
        Poll poll = asked.poll();
        PollPlan plan = publish(feed, poll, pages(feed.source, before, poll));
        feed.due = plan.state().nextPollAt();
        remember(feed, plan.state());
        subscribe(feed, plan.state());
        meters.polled(poll, plan.ledger(), Duration.ofNanos(System.nanoTime() - asked.started()));
        tell(plan.state());
    }

    /** What is wrong with a page is no reason to lose the news. */
    private Map<ArticleId, Page> pages(FeedSource source, FeedState before, Poll poll) throws InterruptedException {
        try {
            List<Article> fresh =
                    planner.plan(source, before, new FeedBook(), poll).articles();
            return pages.read(source.fullText(), fresh);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.atError().addKeyValue("feedId", source.feedId()).setCause(e).log("The pages of a feed made us stumble");
            return Map.of();
        }
    }

    /** One feed whose items we cannot handle is a failed poll of that feed, and no more. */
    private PollPlan publish(Feed feed, Poll poll, Map<ArticleId, Page> pages)
            throws InterruptedException, StoppedException {
        try {
            return commit(feed, poll, pages);
        } catch (FeedVisits.GoneException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            return commit(feed, visits.mistake(feed.source, e), Map.of());
        }
    }

    private PollPlan commit(Feed feed, Poll poll, Map<ArticleId, Page> pages)
            throws InterruptedException, StoppedException {
        return feed.shard.publish(book -> {
            if (feed.gone) {
                throw new FeedVisits.GoneException();
            }
            FeedSource source = feed.source;
            FeedState before = book.state(source.feedId()).orElseGet(() -> planner.fresh(source, poll.at()));
            PollPlan plan = planner.plan(source, before, book, poll);
            return plan.withArticles(ArticlePages.inFull(plan.articles(), pages))
                    .withState(subscriber.noted(plan.state()));
        });
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
