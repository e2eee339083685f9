package io.dyadwire.contract.feed;

import io.dyadwire.contract.Check;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often a feed has news, and how often it is therefore polled.
 *
 * @param base the shortest time between two polls that is wanted
 * @param interval what was chosen, from {@code base} on, before what the server asks for and what chance adds
 * @param serverWait how long the server asked us to wait, with the last good answer; absent when it did not
 * @param newsPerDay new items a day, the last week or so counting most
 * @param longestGap the longest time without news while the feed answered; what is long past counts less; absent before
 *     there was any
 * @param hints of the feed itself, as it stood there when it was read last
 */
public record FeedPace(
        Duration base,
        Duration interval,
        @Nullable Duration serverWait,
        double newsPerDay,
        @Nullable Duration longestGap,
        FeedHints hints) {
    public FeedPace {
        Check.present("base", base);
        Check.present("interval", interval);
        Check.that(base.isPositive(), () -> "base: " + base + " is not more than nothing");
        Check.that(interval.compareTo(base) >= 0, () -> "interval: " + interval + " is less than the base " + base);
        Check.that(newsPerDay >= 0, () -> "newsPerDay: " + newsPerDay + " is less than 0");
        hints = hints == null ? FeedHints.NONE : hints;
    }
}
