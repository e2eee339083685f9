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
 * @param slowest interval of a feed that is seldom new; PT1H unless said otherwise, but no less than {@code interval}
 * @param concurrentPolls requests at once over all hosts; 128 unless said otherwise
 * @param hostSpacing between two requests to one host; PT1S unless said otherwise
 */
public record IngestSettings(
        String feeds,
        String instance,
        Duration interval,
        Duration slowest,
        Integer concurrentPolls,
        Duration hostSpacing) {
    static final IngestSettings DEFAULTS = new IngestSettings(null, null, null, null, null, null);

    public IngestSettings {
        feeds = feeds == null ? "config/feeds.opml" : feeds;
        instance = instance == null ? "dyadwire-ingest" : instance;
        interval = interval == null ? Duration.ofMinutes(15) : interval;
        Duration hour = Duration.ofHours(1);
        slowest = slowest == null ? (interval.compareTo(hour) > 0 ? interval : hour) : slowest;
        concurrentPolls = concurrentPolls == null ? 128 : concurrentPolls;
        hostSpacing = hostSpacing == null ? Duration.ofSeconds(1) : hostSpacing;
    }

    /** For the service. */
    public IngestConfig service(List<FeedSource> sources, OutboundConfig outbound) {
        IngestConfig defaults = IngestConfig.defaults(sources, outbound);
        return new IngestConfig(
                sources,
                outbound,
                instance,
                interval,
                slowest,
                defaults.longest(),
                IngestConfig.spread(sources.size(), interval),
                defaults.tick(),
                concurrentPolls,
                hostSpacing,
                false);
    }
}
