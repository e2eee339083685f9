package io.dyadwire.ingest;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.ingest.websub.WebSubConfig;
import io.dyadwire.outbound.OutboundConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of ingest. All but {@code sessionTimeout}, {@code tick} and {@code hostSpacing} is time of the clock that is
 * given to the service.
 *
 * @param feeds that are wanted; beside them, those that were added by command are polled
 * @param feedsFile where they stand; when it changes, so does what is polled
 * @param outbound how we appear to servers and what we refuse to reach
 * @param group names, to Kafka, all instances that divide the feeds among them
 * @param instance names this one of them, the same after a restart; a second one under the same name ends the first
 * @param sessionTimeout after which the feeds of an instance that is not heard of go to the others, 6 seconds or more
 * @param interval of feeds that have none of their own, 1 minute to 1 day
 * @param slowest interval of a feed that is seldom new; no less than {@code interval}
 * @param longest that a failing feed is left alone
 * @param firstPollsWithin feeds never polled before are spread over this time
 * @param tick how often we look whose time has come, in real time
 * @param concurrentPolls requests at once, over all hosts
 * @param hostSpacing between two requests to one host, in real time
 * @param webSub how hubs reach us; absent means that we subscribe nowhere
 * @param keepForever whether records carry times long past (the demo), so that nothing may expire by age
 */
public record IngestConfig(
        List<FeedSource> feeds,
        @Nullable Path feedsFile,
        OutboundConfig outbound,
        String group,
        String instance,
        Duration sessionTimeout,
        Duration interval,
        Duration slowest,
        Duration longest,
        Duration firstPollsWithin,
        Duration tick,
        int concurrentPolls,
        Duration hostSpacing,
        @Nullable WebSubConfig webSub,
        boolean keepForever) {
    public IngestConfig {
        feeds = List.copyOf(feeds);
        Check.present("ingest.outbound", outbound);
        Check.text("ingest.group", group);
        Check.text("ingest.instance", instance);
        Check.that(
                sessionTimeout.toSeconds() >= 6 && sessionTimeout.toMinutes() <= 5,
                "ingest.sessionTimeout: " + sessionTimeout + " is not between PT6S and PT5M");
        FeedSource.checkInterval("ingest.interval", interval);
        Check.that(
                slowest.compareTo(interval) >= 0 && slowest.compareTo(FeedSource.LONGEST) <= 0,
                "ingest.slowest: " + slowest + " is not between the interval " + interval + " and PT24H");
        Check.that(
                longest.compareTo(interval) >= 0 && longest.compareTo(Duration.ofDays(7)) <= 0,
                "ingest.longest: " + longest + " is not between the interval " + interval + " and P7D");
        Check.that(
                !firstPollsWithin.isNegative() && firstPollsWithin.compareTo(FeedSource.LONGEST) <= 0,
                "ingest.firstPollsWithin: " + firstPollsWithin + " is not between PT0S and PT24H");
        Check.that(
                tick.toMillis() >= 1 && tick.toMinutes() < 1,
                "ingest.tick: " + tick + " is not between PT0.001S and PT1M");
        Check.that(
                concurrentPolls >= 1 && concurrentPolls <= 10_000,
                "ingest.concurrentPolls: " + concurrentPolls + " is not between 1 and 10000");
        Check.that(
                !hostSpacing.isNegative() && hostSpacing.toMinutes() < 1,
                "ingest.hostSpacing: " + hostSpacing + " is not between PT0S and PT1M");
    }

    /** Every 15 minutes to an hour, 128 at once, a second apart at one host; a failing feed at least once a day. */
    public static IngestConfig defaults(List<FeedSource> feeds, OutboundConfig outbound) {
        Duration interval = Duration.ofMinutes(15);
        return new IngestConfig(
                feeds,
                null,
                outbound,
                "dyadwire-ingest",
                "ingest-0",
                Duration.ofSeconds(10),
                interval,
                Duration.ofHours(1),
                Duration.ofDays(1),
                spread(feeds.size(), interval),
                Duration.ofMillis(200),
                128,
                Duration.ofSeconds(1),
                null,
                false);
    }

    /** Over how long so many feeds are asked first: ten a second, but within half a minute to the interval. */
    public static Duration spread(int feeds, Duration interval) {
        Duration wanted = Duration.ofMillis(100).multipliedBy(feeds);
        Duration least = Duration.ofSeconds(30);
        Duration most = interval.compareTo(least) < 0 ? least : interval;
        Duration atLeast = wanted.compareTo(least) < 0 ? least : wanted;
        return atLeast.compareTo(most) > 0 ? most : atLeast;
    }
}
