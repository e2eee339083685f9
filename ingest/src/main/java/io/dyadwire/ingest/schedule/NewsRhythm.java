package io.dyadwire.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often a feed has news. The rate is a count that fades: what is a week old weighs a third. A feed that had news every
 * day has gone silent when it has none for a day, ten times its usual gap and twice its longest, so that nights and
 * weekends are no alarm once they were seen.
 */
public final class NewsRhythm {
    private static final double MEMORY_DAYS = 7;
    private static final double GAP_MEMORY_DAYS = 60;
    private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();
    private static final Duration LEAST_SILENCE = Duration.ofDays(1);
    private static final double LIVELY_PER_DAY = 1;
    private static final double GAPS = 10;

    /** The dates in a feed tell of the past no further back than this. */
    private static final Duration LOOK_BACK = Duration.ofDays(28);

    private static final Duration LEAST_SPAN = Duration.ofHours(1);

    private NewsRhythm() {}

    /** New items a day, by the dates of the items in a feed that is read for the first time. */
    public static double firstRate(List<Instant> dates, Instant now) {
        List<Instant> recent = recent(dates, now);
        if (recent.isEmpty()) {
            return 0;
        }
        boolean reachesBack = recent.size() < dates.size();
        Duration span = reachesBack ? LOOK_BACK : Duration.between(recent.getFirst(), now);
        return recent.size() / days(span.compareTo(LEAST_SPAN) < 0 ? LEAST_SPAN : span);
    }

    /** The longest time between two dates, and since the last; null when there are none. */
    public static @Nullable Duration firstGap(List<Instant> dates, Instant now) {
        List<Instant> recent = recent(dates, now);
        Duration longest = null;
        for (int i = 0; i < recent.size(); i++) {
            Instant next = i + 1 < recent.size() ? recent.get(i + 1) : now;
            Duration gap = Duration.between(recent.get(i), next);
            longest = longest == null || gap.compareTo(longest) > 0 ? gap : longest;
        }
        return longest;
    }

    /** The rate after this much more time and this many more news. */
    public static double rate(double before, Duration passed, int news) {
        return before * Math.exp(-days(passed) / MEMORY_DAYS) + news / MEMORY_DAYS;
    }

    /** The longest gap once this one has ended. */
    public static Duration longestGap(@Nullable Duration before, Duration gap) {
        if (before == null) {
            return gap;
        }
        Duration faded = Duration.ofMillis((long) (before.toMillis() * Math.exp(-days(gap) / GAP_MEMORY_DAYS)));
        return faded.compareTo(gap) > 0 ? faded : gap;
    }

    /** Whether a feed with this rate now, silent for so long, was lively once and is silent longer than it ever is. */
    public static boolean isSilent(double rateNow, @Nullable Duration longestGap, Duration silence) {
        double rateThen = rateNow * Math.exp(days(silence) / MEMORY_DAYS);
        return rateThen >= LIVELY_PER_DAY
                && silence.compareTo(LEAST_SILENCE) > 0
                && days(silence) > GAPS / rateThen
                && (longestGap == null || silence.compareTo(longestGap.multipliedBy(2)) > 0);
    }

    private static List<Instant> recent(List<Instant> dates, Instant now) {
        Instant from = now.minus(LOOK_BACK);
        return dates.stream()
                .filter(date -> !date.isAfter(now) && date.isAfter(from))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static double days(Duration duration) {
        return duration.toMillis() / DAY_MILLIS;
    }
}
