package io.dyadwire.runner.rules;

import io.dyadwire.alerts.live.RuleTopic;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.processor.topic.TopicBook;
import io.dyadwire.runner.cli.CommandException;
import io.dyadwire.runner.config.ConfigOptions;
import io.dyadwire.runner.config.DyadwireConfig;
import io.dyadwire.runner.config.KafkaTrouble;
import io.dyadwire.runner.up.Inputs;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** What the commands on rules and silences have in common; a picocli mixin. */
final class RuleTopicOptions {
    private static final int SHOWN = 20;

    @FunctionalInterface
    interface Work<T, X extends Exception> {
        T with(RuleTopic topic) throws InterruptedException, X;
    }

    @Mixin
    private final ConfigOptions options = new ConfigOptions();

    private @Nullable DyadwireConfig config;

    /** The file given, else the one that the settings name. */
    Path file(@Nullable Path given) {
        return given == null ? options.home(config().alerts().rules()) : given;
    }

    /** The desks and rules of this file; a mistake ends the command with all that is wrong. */
    RuleBook book(Path file) {
        return Inputs.rules(file, topics().slugs());
    }

    /** The topics that rules may name, and articles are tagged with. */
    TopicBook topics() {
        return Inputs.topics(options.topics(config()));
    }

    /** What to say where a file has no rule of this id. */
    static CommandException noSuchRule(String rule, Path file, RuleBook book) {
        String known =
                book.rules().stream().limit(SHOWN).map(one -> one.id().value()).collect(Collectors.joining(", "));
        int more = Math.max(0, book.rules().size() - SHOWN);
        return new CommandException(file + ": there is no rule '" + rule + "' (there are: " + known
                + (more == 0 ? "" : " and " + more + " more") + ")");
    }

    /** The tagged articles that the cluster keeps. */
    TaggedNews news() {
        String servers = ConfigOptions.bootstrapServers(config());
        return new TaggedNews(servers, config().kafka().client(servers));
    }

    /** The same, where it is better told soon that the cluster is not there. */
    TaggedNews newsAtOnce() {
        String servers = ConfigOptions.bootstrapServers(config());
        Map<String, Object> client = new HashMap<>(config().kafka().client(servers));
        client.putIfAbsent("default.api.timeout.ms", "3000");
        client.putIfAbsent("request.timeout.ms", "2500");
        return new TaggedNews(servers, client);
    }

    /** Does something with the topic; what goes wrong with Kafka is said in words. */
    <T, X extends Exception> T ask(Work<T, X> work) throws InterruptedException, X {
        String servers = ConfigOptions.bootstrapServers(config());
        Map<String, Object> client = new HashMap<>(config().kafka().client(servers));
        client.putIfAbsent("default.api.timeout.ms", "15000");
        client.putIfAbsent("request.timeout.ms", "10000");
        client.putIfAbsent("delivery.timeout.ms", "20000");
        client.putIfAbsent("max.block.ms", "15000");
        try {
            RuleTopic topic = new RuleTopic(client, "dyadwire-command");
            topic.ensure();
            return work.with(topic);
        } catch (KafkaException e) {
            throw KafkaTrouble.with(servers, e);
        }
    }

    DyadwireConfig config() {
        if (config == null) {
            config = options.config();
        }
        return config;
    }
}
