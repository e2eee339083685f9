package io.dyadwire.ingest.poll;

import io.dyadwire.contract.feed.FeedHealth;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.feed.FeedStateChange;
import io.dyadwire.contract.feed.Ledger;
import io.dyadwire.ingest.fetch.Trouble;
import io.dyadwire.ingest.schedule.PollSchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a poll without a feed changes. Every failing feed is asked again, ever more seldom but at least about once a day,
 * with one exception: one that the server called gone (HTTP 410) is asked once more after a week, and if that is confirmed
 * not any more. While our own network is down no failure is held against a feed.
 */
record FailurePlanner(PollSchedule schedule) {
    private static final int MAX_ERROR = 500;
    private static final Duration DEAD_AFTER = Duration.ofDays(14);
    private static final Duration GONE_RECHECK = Duration.ofDays(7);

    PollPlan plan(FeedSource source, FeedState before, Duration base, Poll.Failed poll) {
        Ledger ledger = new Ledger(1, 0, 1, 0, 0, 0, Map.of());
        boolean ourFault = poll.trouble() == Trouble.OUTAGE;
        int errors = before.consecutiveErrors() + (ourFault ? 0 : 1);
        Instant at = poll.at();
        Instant since = before.failingSince() != null || ourFault ? before.failingSince() : at;
        Instant closedUntil = poll.wholeHost() && poll.retryAfter() != null ? at.plus(poll.retryAfter()) : null;
        FeedStateChange change = before.change()
                .listedUrl(source.url())
                .lastPollAt(at)
                .nextPollAt(schedule.afterFailure(source.feedId(), ourFault ? 0 : errors, base, poll.retryAfter(), at))
                .health(since != null && !at.isBefore(since.plus(DEAD_AFTER)) ? FeedHealth.DEAD : FeedHealth.FAILING)
                .consecutiveErrors(errors)
                .lastError(cut(poll.reason()))
                .failingSince(since)
                .hostClosedUntil(closedUntil)
                .ledger(before.ledger().plus(ledger));
        return new PollPlan(List.of(), gone(change, before, poll).done(), ledger);
    }

    private static FeedStateChange gone(FeedStateChange change, FeedState before, Poll.Failed poll) {
        Instant since = before.goneSince();
        if (since == null) {
            return poll.trouble() == Trouble.GONE
                    ? change.health(FeedHealth.GONE)
                            .goneSince(poll.at())
                            .nextPollAt(poll.at().plus(GONE_RECHECK))
                    : change;
        }
        Instant recheck = since.plus(GONE_RECHECK);
        boolean confirmed = poll.trouble() == Trouble.GONE || poll.trouble() == Trouble.NOT_FOUND;
        if (confirmed) {
            change.nextPollAt(poll.at().isBefore(recheck) ? recheck : FeedState.NEVER);
        }
        return change.health(FeedHealth.GONE);
    }

    private static String cut(String reason) {
        return reason.length() <= MAX_ERROR ? reason : reason.substring(0, MAX_ERROR) + "…";
    }
}
