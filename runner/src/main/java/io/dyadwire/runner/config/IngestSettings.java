package io.dyadwire.runner.config;

import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.ingest.IngestConfig;
import io.dyadwire.outbound.OutboundConfig;
import java.time.Duration;
import java.util.List;

/**
 * Polling.
 *
 * @param feeds the list of feeds, OPML; {@code config/feeds.opml} unless said otherwise
 * @param instance names this instance to Kafka, the same after a restart; {@code dyadwire-ingest} unless said otherwise
 * @param interval of feeds that have none of their own; PT15M unless said otherwise
 * @param concurrentPolls requests at once over all hosts; 32 unless said otherwise
 */
public record IngestSettings(String feeds, String instance, Duration interval, Integer concurrentPolls) {
    static final IngestSettings DEFAULTS = new IngestSettings(null, null, null, null);

    public IngestSettings {
        feeds = feeds == null ? "config/feeds.opml" : feeds;
        instance = instance == null ? "dyadwire-ingest" : instance;
        interval = interval == null ? Duration.ofMinutes(15) : interval;
        concurrentPolls = concurrentPolls == null ? 32 : concurrentPolls;
    }

    /** For the service. */
    public IngestConfig service(List<FeedSource> sources, OutboundConfig outbound) {
        IngestConfig defaults = IngestConfig.defaults(sources, outbound);
        return new IngestConfig(
                sources,
                outbound,
                instance,
                interval,
                defaults.longest(),
                defaults.firstPollsWithin(),
                defaults.tick(),
                concurrentPolls,
                false);
    }
}
