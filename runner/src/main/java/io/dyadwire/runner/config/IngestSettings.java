package io.dyadwire.runner.config;

import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.ingest.IngestConfig;
import io.dyadwire.outbound.OutboundConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Polling.
 *
 * @param feeds the list of feeds, OPML; {@code config/feeds.opml} unless said otherwise
 * @param group names all instances that divide the feeds; {@code dyadwire-ingest} unless said otherwise
 * @param instance names this one of them, the same after a restart; {@code ingest-0} unless said otherwise
 * @param sessionTimeout after which the feeds of a dead instance go to the others; PT10S unless said otherwise
 * @param interval of feeds that have none of their own; PT15M unless said otherwise
 * @param slowest interval of a feed that is seldom new; PT1H unless said otherwise, but no less than {@code interval}
 * @param concurrentPolls requests at once over all hosts; 128 unless said otherwise
 * @param hostSpacing between two requests to one host; PT1S unless said otherwise
 * @param webSub how hubs reach us; without it we subscribe to none
 */
public record IngestSettings(
        String feeds,
        String group,
        String instance,
        Duration sessionTimeout,
        Duration interval,
        Duration slowest,
        Integer concurrentPolls,
        Duration hostSpacing,
        @Nullable WebSubSettings webSub) {
    static final IngestSettings DEFAULTS = new IngestSettings(null, null, null, null, null, null, null, null, null);

    public IngestSettings {
        feeds = feeds == null ? "config/feeds.opml" : feeds;
        group = group == null ? "dyadwire-ingest" : group;
        instance = instance == null ? "ingest-0" : instance;
        sessionTimeout = sessionTimeout == null ? Duration.ofSeconds(10) : sessionTimeout;
        interval = interval == null ? Duration.ofMinutes(15) : interval;
        Duration hour = Duration.ofHours(1);
        slowest = slowest == null ? (interval.compareTo(hour) > 0 ? interval : hour) : slowest;
        concurrentPolls = concurrentPolls == null ? 128 : concurrentPolls;
        hostSpacing = hostSpacing == null ? Duration.ofSeconds(1) : hostSpacing;
    }

    /**
     * For the service.
     *
     * @param home finds a file of the project's own, such as the list of feeds, which may change
     * @param sources what stands in that list now
     */
    public IngestConfig service(Function<String, Path> home, List<FeedSource> sources, OutboundConfig outbound) {
        IngestConfig defaults = IngestConfig.defaults(sources, outbound);
        return new IngestConfig(
                sources,
                home.apply(feeds),
                outbound,
                group,
                instance,
                sessionTimeout,
                interval,
                slowest,
                defaults.longest(),
                IngestConfig.spread(sources.size(), interval),
                defaults.tick(),
                concurrentPolls,
                hostSpacing,
                webSub == null ? null : webSub.service(home),
                false);
    }
}
