package io.dyadwire.contract.feed;

import io.dyadwire.contract.Check;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often, and when not, a feed asks to be read. All hours and days are GMT.
 *
 * @param ttl RSS {@code ttl}: how long a copy stays fresh
 * @param updatePeriod RSS 1.0 Syndication module: {@code sy:updatePeriod} divided by {@code sy:updateFrequency}
 * @param skipHours RSS {@code skipHours}, 0 to 23
 * @param skipDays RSS {@code skipDays}
 */
public record FeedHints(
        @Nullable Duration ttl, @Nullable Duration updatePeriod, List<Integer> skipHours, List<DayOfWeek> skipDays) {
    public static final FeedHints NONE = new FeedHints(null, null, List.of(), List.of());

    public FeedHints {
        positive("ttl", ttl);
        positive("updatePeriod", updatePeriod);
        skipHours = Check.list("skipHours", skipHours);
        skipHours.forEach(
                hour -> Check.that(hour >= 0 && hour <= 23, () -> "skipHours: " + hour + " is not between 0 and 23"));
        skipDays = Check.list("skipDays", skipDays);
    }

    private static void positive(String field, @Nullable Duration value) {
        Check.that(value == null || value.isPositive(), () -> field + ": " + value + " is not more than nothing");
    }
}
