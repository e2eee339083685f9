package io.dyadwire.ingest;

import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.ingest.PollQueue.Feed;
import io.dyadwire.ingest.fetch.Trouble;
import io.dyadwire.ingest.poll.FeedPoller;
import io.dyadwire.ingest.poll.Planner;
import io.dyadwire.ingest.poll.Poll;
import io.dyadwire.ingest.schedule.ClosedHosts;
import io.dyadwire.ingest.schedule.Gate;
import io.dyadwire.ingest.schedule.OutageWatch;
import io.dyadwire.outbound.Turns;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Visits to the servers of feeds: one after the other at each host, never while it wants to be left alone, and an outage of
 * our own network told from theirs.
 */
final class FeedVisits {
    private static final Logger LOG = LoggerFactory.getLogger(FeedVisits.class);

    /** What the feed's server answered, and when, by the machine's own clock, we began to ask. */
    record Asked(Poll poll, long started) {}

    private final FeedPoller poller;
    private final Gate gate;
    private final Planner planner;
    private final InstantSource clock;
    private final IngestMeters meters;
    private final ClosedHosts closed = new ClosedHosts();
    private final OutageWatch outage = new OutageWatch(System::nanoTime);

    FeedVisits(FeedPoller poller, Gate gate, Planner planner, InstantSource clock, IngestMeters meters) {
        this.poller = poller;
        this.gate = gate;
        this.planner = planner;
        this.clock = clock;
        this.meters = meters;
    }

    boolean isOutage() {
        return outage.isOn();
    }

    /** Whether one may begin now; in an outage, one in a while. */
    boolean mayBegin() {
        return outage.mayAsk();
    }

    /** This host wants to be left alone until then. */
    void close(String host, Instant until) {
        closed.close(host, until);
    }

    /** The clock was set back by so much. */
    void setBack(Duration by) {
        closed.setBack(by);
    }

    /** A host that asked to be left alone is, whichever of its feeds heard it. */
    boolean putOff(Feed feed, String host, Instant now) {
        Instant opens = closed.opensAt(host, now);
        if (opens.isAfter(now)) {
            feed.due = opens;
        }
        return opens.isAfter(now);
    }

    /**
     * Asks, when its turn has come.
     *
     * @param before what is committed about it
     * @throws GoneException when it was taken away meanwhile
     * @throws PutOffException when a host that it was led to wants to be left alone
     */
    Asked ask(Feed feed, FeedState before) {
        try (Gate.Passage passage = gate.passage()) {
            Visit visit = new Visit(feed, passage);
            Poll poll = judged(feed, fetch(feed.source, before, visit));
            return new Asked(poll, visit.started);
        }
    }

    /** A poll on its way through the gate, again at each host that it is led to; it stays until its feed is read. */
    private final class Visit implements Turns {
        private final Feed feed;
        private final Gate.Passage passage;
        private long started = System.nanoTime();
        private boolean begun;

        private Visit(Feed feed, Gate.Passage passage) {
            this.feed = feed;
            this.passage = passage;
        }

        @Override
        public void take(String host, Runnable request) throws InterruptedException {
            passage.pass(host, () -> {
                begin(host);
                request.run();
            });
        }

        /** Much may have happened while it waited. */
        private void begin(String host) {
            if (feed.gone) {
                throw new GoneException();
            }
            Instant now = clock.instant();
            if (putOff(feed, host, now)) {
                throw new PutOffException();
            }
            if (!begun) {
                begun = true;
                started = System.nanoTime();
                meters.late(Duration.between(feed.due, now));
                // Should all that follows fail, it is not tried again at once.
                feed.due = now.plus(planner.interval(feed.source));
                feed.earliest = feed.due;
            }
        }
    }

    private Poll fetch(FeedSource source, FeedState before, Visit visit) {
        try {
            return poller.poll(source, before, visit);
        } catch (GoneException | PutOffException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            return mistake(source, e);
        }
    }

    /** What cannot be reached while most hosts cannot is laid at our own door. */
    private Poll judged(Feed feed, Poll poll) {
        boolean wasOn = outage.isOn();
        boolean unreachable = poll instanceof Poll.Failed failed && failed.trouble() == Trouble.NETWORK;
        boolean isOn = outage.heard(feed.host, unreachable);
        if (isOn != wasOn) {
            LOG.atWarn().log(isOn ? "Most hosts cannot be reached: our own network seems down" : "The network is back");
        }
        return isOn && poll instanceof Poll.Failed failed && unreachable
                ? new Poll.Failed(failed.at(), Trouble.OUTAGE, "our own network seems down: " + failed.reason())
                : poll;
    }

    /** What stands for a poll that broke something of ours. */
    Poll mistake(FeedSource source, Throwable e) {
        meters.mistake();
        LOG.atError().addKeyValue("feedId", source.feedId()).setCause(e).log("A feed made us stumble");
        return new Poll.Failed(clock.instant(), Trouble.MISTAKE, "a mistake of ours: " + e);
    }

    /** A host that the poll came to wants to be left alone: another time. */
    static final class PutOffException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The feed was taken away while it was being polled: what came is not to be published. */
    static final class GoneException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
