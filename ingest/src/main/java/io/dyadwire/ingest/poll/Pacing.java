package io.dyadwire.ingest.poll;

import io.dyadwire.contract.feed.FeedHints;
import io.dyadwire.contract.feed.FeedPace;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.ingest.feed.ParsedItem;
import io.dyadwire.ingest.fetch.Answer;
import io.dyadwire.ingest.schedule.NewsRhythm;
import io.dyadwire.ingest.schedule.PollSchedule;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How often a feed is to be polled, from what it told and how often it had news.
 *
 * @param interval of the feeds that have none of their own
 * @param ours tells which addresses the operator named as his own; they may be asked as often as he likes
 */
record Pacing(PollSchedule schedule, Duration interval, Predicate<URI> ours) {
    /** A stranger's server is not asked more often than this, unless somebody wrote an interval for it. */
    private static final Duration POLITE = Duration.ofMinutes(15);

    /** Nor more often than this if somebody did. */
    private static final Duration STILL_POLITE = Duration.ofMinutes(5);

    /** News come in bunches: after so many at once, the next look comes as soon as may be. */
    private static final int BUNCH = 2;

    /** The shortest time between two polls of this feed. */
    Duration base(FeedSource source) {
        Duration own = source.interval();
        Duration wanted = own == null ? interval : own;
        Duration least = own == null ? POLITE : STILL_POLITE;
        return wanted.compareTo(least) >= 0 || ours.test(source.url()) ? wanted : least;
    }

    /** After the first feed that was read: the dates of its items tell of its past. */
    FeedPace first(FeedSource source, List<ParsedItem> items, FeedHints hints, Answer answer, Instant at) {
        List<Instant> dates = dates(items);
        double rate = NewsRhythm.firstRate(dates, at);
        return pace(source, rate, NewsRhythm.firstGap(dates, at), false, hints, answer);
    }

    /**
     * After every other good answer.
     *
     * @param news items that were never there before
     */
    FeedPace next(FeedSource source, FeedState before, int news, FeedHints hints, Answer answer, Instant at) {
        FeedPace last = before.pace();
        Duration passed = between(before.lastPollAt(), at);
        double rate = NewsRhythm.rate(last == null ? 0 : last.newsPerDay(), passed, news);
        Duration gap = last == null ? null : last.longestGap();
        boolean sawItEnd = news > 0 && before.consecutiveErrors() == 0 && before.lastNewsAt() != null;
        if (sawItEnd) {
            gap = NewsRhythm.longestGap(gap, between(before.lastNewsAt(), at));
        }
        return pace(source, rate, gap, news >= BUNCH, hints, answer);
    }

    /** Nothing when the clock was set back meanwhile. */
    private static Duration between(@Nullable Instant from, Instant at) {
        return from == null || from.isAfter(at) ? Duration.ZERO : Duration.between(from, at);
    }

    private FeedPace pace(
            FeedSource source,
            double rate,
            @Nullable Duration longestGap,
            boolean bunch,
            FeedHints hints,
            Answer answer) {
        Duration base = base(source);
        // Whoever wrote an interval for this very feed meant it.
        boolean asOftenAsMayBe = bunch || source.interval() != null;
        return new FeedPace(
                base,
                asOftenAsMayBe ? base : schedule.interval(base, rate),
                PollSchedule.serverWait(hints, answer.fresh(), source.interval() != null),
                rate,
                longestGap,
                hints);
    }

    /** When the news last came, as far as the items of a first answer tell. */
    static Instant newest(List<ParsedItem> items, Instant at) {
        return dates(items).stream()
                .filter(date -> !date.isAfter(at))
                .max(Instant::compareTo)
                .orElse(at);
    }

    private static List<Instant> dates(List<ParsedItem> items) {
        return items.stream()
                .map(ParsedItem::publishedAt)
                .filter(Objects::nonNull)
                .toList();
    }
}
