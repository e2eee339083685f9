package io.dyadwire.ingest;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.outbound.OutboundConfig;
import java.time.Duration;
import java.util.List;

/**
 * Settings of ingest. All but {@code tick} is time of the clock that is given to the service.
 *
 * @param feeds to be polled
 * @param outbound how we appear to servers and what we refuse to reach
 * @param transactionalId names this instance to Kafka; a second one under the same name ends the first
 * @param interval of feeds that have none of their own, 1 minute to 1 day
 * @param longest that a failing feed is left alone
 * @param firstPollsWithin feeds never polled before are spread over this time
 * @param tick how often we look whose time has come, in real time
 * @param concurrentPolls requests at once, over all hosts
 * @param keepForever whether records carry times long past (the demo), so that nothing may expire by age
 */
public record IngestConfig(
        List<FeedSource> feeds,
        OutboundConfig outbound,
        String transactionalId,
        Duration interval,
        Duration longest,
        Duration firstPollsWithin,
        Duration tick,
        int concurrentPolls,
        boolean keepForever) {
    public IngestConfig {
        feeds = List.copyOf(feeds);
        Check.present("ingest.outbound", outbound);
        Check.text("ingest.transactionalId", transactionalId);
        FeedSource.checkInterval("ingest.interval", interval);
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
    }

    /** Every 15 minutes, 32 at once; a failing feed at least once a day; the first round within 30 seconds. */
    public static IngestConfig defaults(List<FeedSource> feeds, OutboundConfig outbound) {
        return new IngestConfig(
                feeds,
                outbound,
                "dyadwire-ingest",
                Duration.ofMinutes(15),
                Duration.ofDays(1),
                Duration.ofSeconds(30),
                Duration.ofMillis(200),
                32,
                false);
    }
}
