package io.dyadwire.runner.feeds;

import io.dyadwire.contract.feed.FeedOrigin;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.ingest.source.FeedTopics;
import io.dyadwire.runner.cli.CommandException;
import io.dyadwire.runner.config.ConfigOptions;
import io.dyadwire.runner.config.DyadwireConfig;
import io.dyadwire.runner.config.KafkaTrouble;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** What the commands that ask Kafka for its feeds have in common; a picocli mixin. */
final class FeedsOptions {
    @FunctionalInterface
    interface Work<T> {
        T with(FeedTopics topics) throws InterruptedException;
    }

    @Mixin
    private final ConfigOptions options = new ConfigOptions();

    private @Nullable DyadwireConfig config;

    DyadwireConfig config() {
        if (config == null) {
            config = options.config();
        }
        return config;
    }

    /** Does something with the feeds; what goes wrong with Kafka is said in words. */
    <T> T ask(Work<T> work) throws InterruptedException {
        String servers = ConfigOptions.bootstrapServers(config());
        try {
            FeedTopics topics = new FeedTopics(config().kafka().client(servers), InstantSource.system());
            topics.ensure();
            return work.with(topics);
        } catch (KafkaException e) {
            throw KafkaTrouble.with(servers, e);
        }
    }

    /** The feed that somebody means by its id or its address. */
    static FeedSource find(Map<String, FeedSource> sources, String named) {
        FeedSource byId = sources.get(named);
        if (byId != null) {
            return byId;
        }
        return at(sources.values(), named)
                .orElseThrow(() -> new CommandException("there is no feed with the id or the address '" + named
                        + "'; 'dyadwire feeds list' shows all"));
    }

    static Optional<FeedSource> at(Collection<FeedSource> sources, String address) {
        return sources.stream()
                .filter(source -> source.url().toString().equals(address))
                .findFirst();
    }

    /** Pauses or resumes these feeds; returns the ids of those that were not so before. */
    List<String> pause(List<String> named, boolean paused) throws InterruptedException {
        return ask(topics -> {
            Map<String, FeedSource> known = topics.sources();
            List<FeedSource> changed = named.stream()
                    .map(name -> find(known, name))
                    .filter(source -> source.paused() != paused)
                    .map(source -> source.withPaused(paused).withVersion(source.version() + 1))
                    .toList();
            topics.put(changed);
            return changed.stream().map(FeedSource::feedId).toList();
        });
    }

    /** How to take a feed out that stands in the list of ingest. */
    String inTheList(FeedSource source) {
        return source.feedId() + " stands in the list of feeds ("
                + config().ingest().feeds() + "): take it out there, or pause it with 'dyadwire feeds pause "
                + source.feedId() + "'";
    }

    static boolean isListed(FeedSource source) {
        return source.origin() == FeedOrigin.FILE;
    }
}
