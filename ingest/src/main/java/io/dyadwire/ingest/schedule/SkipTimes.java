package io.dyadwire.ingest.schedule;

import io.dyadwire.contract.feed.FeedHints;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * RSS {@code skipHours} and {@code skipDays}: hours and days, GMT, in which a feed asks not to be read. A feed that leaves
 * no hour or no day at all does not mean it.
 */
final class SkipTimes {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int HOURS_A_WEEK = 7 * 24;

    private SkipTimes() {}

    /** This moment, or the same minute of the first hour after it in which the feed may be read. */
    static Instant next(FeedHints hints, Instant wanted) {
        Set<Integer> hours = Set.copyOf(hints.skipHours());
        boolean everyHour = hours.size() == 24;
        boolean everyDay = Set.copyOf(hints.skipDays()).size() == 7;
        Instant at = wanted;
        for (int i = 0; i < HOURS_A_WEEK; i++) {
            OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
            boolean skipped = (!everyHour && hours.contains(time.getHour()))
                    || (!everyDay && hints.skipDays().contains(time.getDayOfWeek()));
            if (!skipped) {
                return at;
            }
            at = at.plus(HOUR);
        }
        return wanted;
    }
}
