package io.dyadwire.ingest.poll;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.feed.FeedHealth;
import io.dyadwire.contract.feed.FeedHints;
import io.dyadwire.contract.feed.FeedPace;
import io.dyadwire.contract.feed.FeedPush;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.feed.FeedStateChange;
import io.dyadwire.contract.feed.Ledger;
import io.dyadwire.ingest.article.ArticleMaker;
import io.dyadwire.ingest.feed.HubLinks;
import io.dyadwire.ingest.feed.ParsedFeed;
import io.dyadwire.ingest.fetch.Answer;
import io.dyadwire.ingest.schedule.NewsRhythm;
import io.dyadwire.ingest.schedule.PollSchedule;
import io.dyadwire.ingest.state.FeedBook;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Sets a poll against what is known: which articles are new or edited, and what the feed's state is afterwards. */
public final class Planner {
    private final PollSchedule schedule;
    private final Pacing pacing;
    private final FailurePlanner failures;

    /**
     * @param interval of the feeds that have none of their own
     * @param ours tells which addresses the operator named as his own; they may be asked as often as he likes
     */
    public Planner(PollSchedule schedule, Duration interval, Predicate<URI> ours) {
        this.schedule = schedule;
        this.pacing = new Pacing(schedule, interval, ours);
        this.failures = new FailurePlanner(schedule);
    }

    /** A pure function; nothing is changed but what the caller then commits. */
    public PollPlan plan(FeedSource source, FeedState known, FeedBook book, Poll poll) {
        FeedState before = Relocation.asListed(source, known);
        return switch (poll) {
            case Poll.Read read -> read(source, before, book, read);
            case Poll.Unchanged unchanged -> unchanged(source, before, unchanged);
            case Poll.Failed failed -> failures.plan(source, before, interval(source), failed);
        };
    }

    private PollPlan read(FeedSource source, FeedState before, FeedBook book, Poll.Read poll) {
        ParsedFeed feed = poll.feed();
        boolean first = neverRead(before);
        ItemSorter sorter = new ItemSorter(before, book, poll.at());
        sorter.sort(feed.items(), new ArticleMaker(source, feed, poll.at(), first));
        Ledger ledger = sorter.ledger();
        List<Article> articles = sorter.articles();
        FeedHints hints = feed.hints() == null ? FeedHints.NONE : feed.hints();
        FeedPace pace = first
                ? pacing.first(source, feed.items(), hints, poll.answer(), poll.at())
                : pacing.next(source, before, sorter.fresh(), hints, poll.answer(), poll.at());
        Instant news = first
                ? (articles.isEmpty() ? null : Pacing.newest(feed.items(), poll.at()))
                : articles.isEmpty() && sorter.fresh() == 0 ? null : poll.at();
        FeedStateChange change = answered(source, before, poll, poll.answer(), pace, news)
                .title(feed.title().isBlank() ? source.title() : feed.title())
                .bodyHash(poll.bodyHash())
                .changingGuids(sorter.changingGuids())
                .push(push(before, poll))
                .known(sorter.known())
                .ledger(before.ledger().plus(ledger));
        return new PollPlan(articles, change.done(), ledger);
    }

    /** Headers come before the feed (WebSub §4); a subscription lasts for as long as hub and topic do. */
    private static @Nullable FeedPush push(FeedState before, Poll.Read poll) {
        HubLinks inFeed =
                poll.feed().hubs() == null ? HubLinks.NONE : poll.feed().hubs();
        FeedPush named = poll.answer().hubs().or(inFeed).push(before.url()).orElse(null);
        return named != null && named.sameTopic(before.push()) ? before.push() : named;
    }

    private PollPlan unchanged(FeedSource source, FeedState before, Poll.Unchanged poll) {
        Ledger ledger = new Ledger(1, 1, 0, 0, 0, 0, Map.of());
        FeedHints hints = before.pace() == null ? FeedHints.NONE : before.pace().hints();
        FeedPace pace = pacing.next(source, before, 0, hints, poll.answer(), poll.at());
        FeedStateChange change = answered(source, before, poll, poll.answer(), pace, null)
                .ledger(before.ledger().plus(ledger));
        return new PollPlan(List.of(), change.done(), ledger);
    }

    /** What every good answer changes; {@code news} is when there were some, null when there were none. */
    private FeedStateChange answered(
            FeedSource source, FeedState before, Poll poll, Answer answer, FeedPace pace, @Nullable Instant news) {
        Instant at = poll.at();
        Instant quietSince = news == null ? quietSince(before, pace, at) : null;
        FeedStateChange change = before.change()
                .listedUrl(source.url())
                .etag(answer.etag())
                .lastModified(answer.lastModified())
                .lastPollAt(at)
                .nextPollAt(
                        schedule.afterSuccess(source.feedId(), before.ledger().polls(), pace, at))
                .lastNewsAt(news == null ? before.lastNewsAt() : news)
                .health(quietSince == null ? FeedHealth.OK : FeedHealth.QUIET)
                .consecutiveErrors(0)
                .lastError(null)
                .failingSince(null)
                .goneSince(null)
                .quietSince(quietSince)
                .hostClosedUntil(null)
                .pace(pace);
        return Relocation.observe(change, before, answer.movedTo(), at, poll instanceof Poll.Read);
    }

    private static @Nullable Instant quietSince(FeedState before, FeedPace pace, Instant at) {
        if (before.quietSince() != null || before.lastNewsAt() == null) {
            return before.quietSince();
        }
        Duration silence = Duration.between(before.lastNewsAt(), at);
        return NewsRhythm.isSilent(pace.newsPerDay(), pace.longestGap(), silence) ? at : null;
    }

    /** The state of a feed that was never polled. */
    public FeedState fresh(FeedSource source, Instant firstPoll) {
        return FeedState.fresh(source.feedId(), source.url(), source.title(), firstPoll);
    }

    /** The shortest time between two polls of this feed. */
    public Duration interval(FeedSource source) {
        return pacing.base(source);
    }

    /**
     * When to ask a feed that is taken up: a new one somewhere {@code within}, another when it was promised.
     *
     * @param known as committed, if ever
     */
    public Instant due(FeedSource source, Optional<FeedState> known, Duration within, Instant now) {
        return known.filter(state -> Relocation.asListed(source, state).url().equals(state.url()))
                .map(state -> schedule.resumed(state, interval(source), within, now))
                .orElseGet(() -> schedule.first(source.feedId(), within, now));
    }

    /** Every poll so far failed, or there was none. */
    private static boolean neverRead(FeedState state) {
        return state.ledger().polls() == state.ledger().failed();
    }
}
