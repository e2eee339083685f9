package io.dyadwire.ingest.poll;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.feed.Ledger;
import io.dyadwire.ingest.article.ArticleMaker;
import io.dyadwire.ingest.feed.ParsedFeed;
import io.dyadwire.ingest.schedule.PollSchedule;
import io.dyadwire.ingest.state.FeedBook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Sets a poll against what is known: which articles are new or edited, and what the feed's state is afterwards. */
public final class Planner {
    private static final int MAX_ERROR = 500;

    private final PollSchedule schedule;
    private final Duration interval;

    /** @param interval of the feeds that have none of their own */
    public Planner(PollSchedule schedule, Duration interval) {
        this.schedule = schedule;
        this.interval = interval;
    }

    /** A pure function; nothing is changed but what the caller then commits. */
    public PollPlan plan(FeedSource source, FeedState before, FeedBook book, Poll poll) {
        return switch (poll) {
            case Poll.Read read -> read(source, before, book, read);
            case Poll.Unchanged unchanged -> unchanged(source, before, unchanged);
            case Poll.Failed failed -> failed(source, before, failed);
        };
    }

    private PollPlan read(FeedSource source, FeedState before, FeedBook book, Poll.Read poll) {
        ArticleMaker maker = new ArticleMaker(source, poll.feed(), poll.at(), neverRead(before));
        ItemSorter sorter = new ItemSorter(before.known(), book, poll.at());
        sorter.sort(poll.feed().items(), maker);
        Ledger ledger = sorter.ledger();
        List<Article> articles = sorter.articles();
        FeedState state = new FeedState(
                source.feedId(),
                source.url(),
                title(source, poll.feed()),
                poll.etag(),
                poll.lastModified(),
                poll.bodyHash(),
                poll.at(),
                schedule.afterSuccess(source.feedId(), before.ledger().polls(), interval(source), poll.at()),
                articles.isEmpty() ? before.lastNewsAt() : poll.at(),
                0,
                null,
                sorter.known(),
                before.ledger().plus(ledger));
        return new PollPlan(articles, state, ledger);
    }

    private PollPlan unchanged(FeedSource source, FeedState before, Poll.Unchanged poll) {
        Ledger ledger = new Ledger(1, 1, 0, 0, 0, 0, Map.of());
        FeedState state = new FeedState(
                source.feedId(),
                source.url(),
                before.title(),
                poll.etag() == null ? before.etag() : poll.etag(),
                poll.lastModified() == null ? before.lastModified() : poll.lastModified(),
                before.bodyHash(),
                poll.at(),
                schedule.afterSuccess(source.feedId(), before.ledger().polls(), interval(source), poll.at()),
                before.lastNewsAt(),
                0,
                null,
                before.known(),
                before.ledger().plus(ledger));
        return new PollPlan(List.of(), state, ledger);
    }

    private PollPlan failed(FeedSource source, FeedState before, Poll.Failed poll) {
        Ledger ledger = new Ledger(1, 0, 1, 0, 0, 0, Map.of());
        int errors = before.consecutiveErrors() + 1;
        String reason = poll.reason();
        FeedState state = new FeedState(
                source.feedId(),
                source.url(),
                before.title(),
                before.etag(),
                before.lastModified(),
                before.bodyHash(),
                poll.at(),
                schedule.afterFailure(source.feedId(), errors, interval(source), poll.retryAfter(), poll.at()),
                before.lastNewsAt(),
                errors,
                reason.length() <= MAX_ERROR ? reason : reason.substring(0, MAX_ERROR) + "…",
                before.known(),
                before.ledger().plus(ledger));
        return new PollPlan(List.of(), state, ledger);
    }

    /** The state of a feed that was never polled. */
    public FeedState fresh(FeedSource source, Instant firstPoll) {
        return new FeedState(
                source.feedId(),
                source.url(),
                source.title(),
                null,
                null,
                null,
                null,
                firstPoll,
                null,
                0,
                null,
                Map.of(),
                Ledger.EMPTY);
    }

    public Duration interval(FeedSource source) {
        return source.interval() == null ? interval : source.interval();
    }

    /** Every poll so far failed, or there was none. */
    private static boolean neverRead(FeedState state) {
        return state.ledger().polls() == state.ledger().failed();
    }

    private static String title(FeedSource source, ParsedFeed feed) {
        return feed.title().isBlank() ? source.title() : feed.title();
    }
}
